using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OpenUpr.Accounts;
using OpenUpr.Storage;

namespace OpenUpr.App.Security;

/// <summary>Hashes and compares passwords, and takes as long where there is nothing to compare with.</summary>
internal sealed class Passwords
{
    /// <summary>Of PBKDF2-HMAC-SHA-512 (OWASP Password Storage Cheat Sheet, 2023: at least 210,000).</summary>
    private const int Iterations = 210_000;

    private readonly PasswordHasher<Account> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly Lazy<string> _nobodys;

    public Passwords() => _nobodys = new Lazy<string>(() => Hash(Secrets.New()));

    public string Hash(string password) => _hasher.HashPassword(null!, password);

    /// <param name="hash">Null for an account that is not there or has no password: the same work is done, and the answer is no.</param>
    public bool Verify(string? hash, string? password)
    {
        var typed = password is null || password.Length > PasswordRule.MaxLength ? "" : password;
        return _hasher.VerifyHashedPassword(null!, hash ?? _nobodys.Value, typed) != PasswordVerificationResult.Failed && hash is not null;
    }
}
