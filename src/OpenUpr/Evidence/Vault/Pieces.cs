using OpenUpr.Coalitions.Keys;

namespace OpenUpr.Evidence.Vault;

/// <summary>
/// How a file is cut into sealed pieces. Each is bound to its file, copy and number and says whether it is the last, so that pieces that were
/// moved, left out or cut off do not open.
/// </summary>
internal static class Pieces
{
    /// <summary>Bytes of a piece before it is sealed: few rows for a film, little memory for a reader.</summary>
    public const int Bytes = 512 * 1024;

    public static int Count(long size) => (int)((size + Bytes - 1) / Bytes);

    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, long fileId, string copy, int number, bool isLast) => Sealing.Seal(key, 0, plain, Place(fileId, copy, number, isLast));

    /// <exception cref="System.Security.Cryptography.CryptographicException">It is not the piece that belongs there.</exception>
    public static byte[] Open(byte[] key, byte[] sealedBytes, long fileId, string copy, int number, bool isLast) => Sealing.Open(key, sealedBytes, Place(fileId, copy, number, isLast));

    private static string Place(long fileId, string copy, int number, bool isLast) => FormattableString.Invariant($"evidence_pieces.bytes.{fileId}.{copy}.{number}.{(isLast ? "last" : "more")}");
}
