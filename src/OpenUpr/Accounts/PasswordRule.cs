namespace OpenUpr.Accounts;

/// <summary>Which passwords are taken (NIST SP 800-63B-4, section 3.1.1, 2025: length counts, rules about kinds of characters do not).</summary>
public static class PasswordRule
{
    public const int MinLength = 12;
    public const int MaxLength = 200;

    private const int MinDifferent = 5;

    /// <summary>Why a password is refused, as a code; null where it is taken.</summary>
    public static string? FindFault(string? password, string signInName) => password is null || password.Length < MinLength ? "password-short"
        : password.Length > MaxLength ? "password-long"
        : password.Distinct().Count() < MinDifferent ? "password-plain"
        : signInName.Length > 0 && password.Contains(signInName.Trim(), StringComparison.OrdinalIgnoreCase) && password.Length - signInName.Trim().Length < MinLength / 2 ? "password-name"
        : null;
}
