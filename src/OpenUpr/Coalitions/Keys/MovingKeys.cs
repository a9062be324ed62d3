using System.Security.Cryptography;

namespace OpenUpr.Coalitions.Keys;

/// <summary>A key of a coalition as it travels: sealed under the key of the file that carries it.</summary>
public sealed record TravellingKey(int Number, byte[] Wrapped);

/// <summary>The keys of one coalition while it moves. They are wiped from memory at the end.</summary>
internal sealed class MovingKeys(Dictionary<int, byte[]> keys) : IDisposable
{
    /// <summary>The number of the key that seals.</summary>
    public int Newest { get; } = keys.Count == 0 ? 0 : keys.Keys.Max();

    /// <summary>Seals every key for the way.</summary>
    public IReadOnlyList<TravellingKey> Wrap(byte[] opener) => [.. keys.OrderBy(k => k.Key).Select(k => new TravellingKey(k.Key, Sealing.Seal(opener, 0, k.Value, PlaceOf(k.Key))))];

    /// <exception cref="InvalidDataException">A key is not one that was sealed for this file.</exception>
    public static MovingKeys Unwrap(IReadOnlyList<TravellingKey> wrapped, byte[] opener)
    {
        try
        {
            return new MovingKeys(wrapped.ToDictionary(k => k.Number, k => Sealing.Open(opener, k.Wrapped, PlaceOf(k.Number))));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new InvalidDataException("a key in it was changed.", e);
        }
    }

    public byte[] Seal(byte[] plain, string place) => Sealing.Seal(keys[Newest], Newest, plain, place);

    /// <returns>Null where the bytes do not open: they were damaged before the coalition left, or their key was destroyed.</returns>
    public byte[]? TryOpen(byte[] sealedBytes, string place)
    {
        try
        {
            return keys.TryGetValue(Sealing.KeyNumberOf(sealedBytes), out var key) ? Sealing.Open(key, sealedBytes, place) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        foreach (var key in keys.Values)
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static string PlaceOf(int number) => FormattableString.Invariant($"coalition.keys.{number}");
}
