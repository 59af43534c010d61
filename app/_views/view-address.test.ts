import { expect, test } from 'vitest';
import { viewAddress } from './view-address.ts';

test('a view is what is looked at and how, not what lies over it', () => {
  const asked = new URLSearchParams('region=r_1&colour=age&at=1,2,3&dialog=views&scene=s_1&hide=kind%3Dnote');
  expect(viewAddress(asked)).toBe('region=r_1&colour=age&at=1%2C2%2C3&hide=kind%3Dnote');
  expect(viewAddress(new URLSearchParams('dialog=views'))).toBe('');
});
