import { freshTable } from '#test/support/product/database.ts';
import { everyStoreContract } from './every-store.ts';

everyStoreContract('dynalite', freshTable);
