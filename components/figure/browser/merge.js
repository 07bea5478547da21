// `base` with `over` laid on top, object by object; arrays and plain values are replaced.
export function merged(base, over) {
  if (over === undefined) return base;
  if (!isObject(base) || !isObject(over)) return over;
  const result = { ...base };
  for (const [name, value] of Object.entries(over)) result[name] = merged(base[name], value);
  return result;
}

const isObject = value => value !== null && typeof value === 'object' && !Array.isArray(value);
