/** Encodes numbers as unsigned little-endian integers of `size` bytes each. */
export function numbers(values: readonly number[], size: 1 | 2 | 4 | 8): Buffer {
  const bytes = Buffer.alloc(values.length * size);
  values.forEach((value, index) => {
    const at = index * size;
    if (size === 8) bytes.writeBigUInt64LE(BigInt(value), at);
    else bytes.writeUIntLE(value, at, size);
  });
  return bytes;
}
