using System.Security.Cryptography;
using System.Text;
using OpenUpr.Coalitions.Keys;

namespace OpenUpr.Accounts;

/// <summary>
/// A code that can be read over the phone: four groups of four characters of Crockford's alphabet, 80 random bits. That is too many to try,
/// so that no limit of tries can be used to close the door on the person who is invited.
/// </summary>
public static class PhoneCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;
    private const int Group = 4;

    /// <summary>Such as "7K3M-Q0XV-2B9T-HN4R".</summary>
    public static string New() => string.Join('-', RandomNumberGenerator.GetItems<char>(Alphabet, Length).Chunk(Group).Select(c => new string(c)));

    /// <summary>The code as it was given out, however it was typed: without groups, in small letters, O for 0, I and L for 1. Null for anything else.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > Length * 4)
        {
            return null;
        }

        var plain = new string([.. typed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.')).Select(c => char.ToUpperInvariant(c) switch { 'O' => '0', 'I' or 'L' => '1', var other => other })]);
        return plain.Length == Length && plain.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? plain : null;
    }

    /// <summary>What the store keeps: a hash under a key that is not in the database, so that a stolen database does not open it by trying.</summary>
    public static string Hash(Keyring keys, string code) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.Derive("invitation-code"), Encoding.ASCII.GetBytes(Read(code) ?? throw new ArgumentException("The code is not one.", nameof(code)))));
}
