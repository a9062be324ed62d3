using System.Buffers.Binary;

namespace OpenUpr.Import;

/// <summary>The sixteen bytes of a hash as a value, so that a hundred thousand of them fit in a dictionary without an object each.</summary>
internal readonly record struct HashKey(ulong High, ulong Low)
{
    public static HashKey From(byte[] hash) => new(BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash.AsSpan(8)));
}
