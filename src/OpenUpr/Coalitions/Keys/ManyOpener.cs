using System.Text;

namespace OpenUpr.Coalitions.Keys;

/// <summary>Opens many sealed things of a coalition in one request and asks for each key once. Keep it no longer than that: a key that is destroyed must be gone.</summary>
internal sealed class ManyOpener(Keyring keys, CoalitionAccess access)
{
    private readonly Dictionary<int, byte[]> _keys = [];

    /// <exception cref="System.Security.Cryptography.CryptographicException">The bytes were changed, belong to another place, or their key was destroyed.</exception>
    public async Task<string> OpenTextAsync(byte[] sealedBytes, string place, CancellationToken cancel)
    {
        var number = Sealing.KeyNumberOf(sealedBytes);
        if (!_keys.TryGetValue(number, out var key))
        {
            _keys[number] = key = await keys.KeyAsync(access.CoalitionId, number, cancel);
        }

        return Encoding.UTF8.GetString(Sealing.Open(key, sealedBytes, place));
    }
}
