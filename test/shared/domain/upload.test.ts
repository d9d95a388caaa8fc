import fc from 'fast-check';
import { expect, it } from 'vitest';
import { uploadKey } from '#shared/domain/upload.ts';

it('an upload lies under its id', () => expect(uploadKey('0b5e-77')).toBe('uploads/0b5e-77'));

it('no id leads out of the folder of uploads', () => {
  expect(uploadKey('../reports/c1/final-1.json')).toBe('uploads/reportsc1final-1json');
  fc.assert(
    fc.property(fc.string(), id => {
      expect(uploadKey(id)).toMatch(/^uploads\/[A-Za-z0-9-]*$/);
    }),
  );
});
