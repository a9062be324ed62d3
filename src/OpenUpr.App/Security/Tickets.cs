using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace OpenUpr.App.Security;

/// <summary>Short-lived notes from the site to itself that pass through the browser: who has given the right password, which passkey is being made.</summary>
internal sealed class Tickets(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private const char Between = '\n';

    public string Write(string purpose, params IReadOnlyList<string> parts) =>
        Of(purpose).Protect(string.Join(Between, [(time.GetUtcNow() + Lasts).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), .. parts]));

    /// <summary>The parts of a note, or null where it is none, is too old or was made for something else.</summary>
    public string[]? Read(string purpose, string? ticket)
    {
        try
        {
            return string.IsNullOrEmpty(ticket) || Of(purpose).Unprotect(ticket).Split(Between) is not [var end, .. var parts]
                || DateTimeOffset.FromUnixTimeSeconds(long.Parse(end, CultureInfo.InvariantCulture)) < time.GetUtcNow() ? null : parts;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Of(string purpose) => protection.CreateProtector("openupr", purpose);
}
