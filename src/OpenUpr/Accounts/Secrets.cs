using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OpenUpr.Accounts;

/// <summary>Random words that open something: a session's cookie, the link of an invitation. The store keeps their hashes alone.</summary>
public static class Secrets
{
    private const int Bytes = 32;

    /// <summary>256 random bits, base64url: 43 characters.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256, hex. A secret of 256 bits cannot be guessed from it, so that it needs neither salt nor key.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether a text can be one of these secrets; anything else is not worth a look into the store.</summary>
    public static bool LooksLikeOne(string? text) => text is { Length: 43 } && Base64Url.IsValid(text);
}
