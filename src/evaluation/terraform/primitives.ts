/** Conversions between strings, numbers and booleans, as Terraform makes them wherever another primitive type is needed. */
import type { Scalar } from '../../syntax/value.js';
import { Fault } from './fault.js';

type Primitive = Scalar['value'];

/** @throws Fault for null */
export function toText(value: Primitive): string {
  if (value === null) throw new Fault('a null value can not be used as text');
  if (typeof value === 'number') return numberText(value);
  return String(value);
}

/** Decimal notation without exponent. Terraform computes with more digits than a double has: the last ones are rounded. */
export function numberText(value: number): string {
  const rounded = Number.isInteger(value) ? value : Number(value.toPrecision(15));
  const [, sign, whole, fraction = '', exponent] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(String(rounded)) ?? [];
  if (whole === undefined) return String(rounded);
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign ?? ''}0.${'0'.repeat(-point)}${digits}`;
  return `${sign ?? ''}${digits.padEnd(point, '0')}`;
}

/** @throws Fault for what is no number */
export function toNumber(value: Primitive): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(value)) return Number(value);
  throw new Fault(`a number is required, not ${describe(value)}`);
}

/** @throws Fault for what is no boolean */
export function toBool(value: Primitive): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === '1') return true;
  if (value === 'false' || value === '0') return false;
  throw new Fault(`a bool is required, not ${describe(value)}`);
}

function describe(value: Primitive): string {
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : String(value);
}
