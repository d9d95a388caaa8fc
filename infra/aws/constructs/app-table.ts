import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { Stage } from '../config.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

export const tableIndexes = ['GSI1', 'GSI2'] as const;

/** The one table: composed string keys, two indexes over all attributes. shared/repositories/keys.ts says what stands in them. */
export class AppTable extends Table {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, {
      partitionKey: text('PK'),
      sortKey: text('SK'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'expiresAt',
      deletionProtection: stage.keepsData,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    for (const index of tableIndexes) {
      this.addGlobalSecondaryIndex({
        indexName: index,
        partitionKey: text(`${index}PK`),
        sortKey: text(`${index}SK`),
        projectionType: ProjectionType.ALL,
      });
    }
  }
}
