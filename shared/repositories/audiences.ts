import type { Table } from '#shared/aws/table.ts';
import type { FollowerHistoryStore } from '#shared/ports/audiences.ts';
import { keys } from './keys.ts';
import { followerHistoryShape, listedFollowersShape } from './shapes/audience.ts';

export function dynamoFollowerHistories(table: Table): FollowerHistoryStore {
  return {
    async ofMany(wanted) {
      const items = await table.getMany(
        wanted.map(({ influencerId, profile }) => keys.followerHistory(influencerId, profile)),
      );
      return items.map(followerHistoryShape.read);
    },
    putAll: histories =>
      table.putMany(
        histories.map(history =>
          followerHistoryShape.item(keys.followerHistory(history.influencerId, history.profile), history),
        ),
      ),
    async listedOf(wanted) {
      const items = await table.getMany(
        wanted.map(({ influencerId, profile }) => keys.followerSketch(influencerId, profile)),
      );
      return items.map(listedFollowersShape.read);
    },
    putListed: listed =>
      table.put(listedFollowersShape.item(keys.followerSketch(listed.influencerId, listed.profile), listed)),
  };
}
