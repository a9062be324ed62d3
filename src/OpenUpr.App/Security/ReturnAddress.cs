namespace OpenUpr.App.Security;

/// <summary>Where a person goes after signing in: a page of this site, never an address elsewhere.</summary>
internal static class ReturnAddress
{
    public const string Default = "/account";

    /// <summary>The address itself where it is a path of this site, and the account's page in place of anything else.</summary>
    public static string Safe(string? address) => IsLocal(address) ? address! : Default;

    // Every address of this site is written in plain ASCII, the rest encoded. Browsers read "//host", "/\\host" and a tab or line end in between as another host.
    private static bool IsLocal(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && address.Length <= 2_000 && address.All(c => c is > ' ' and <= '~' and not '\\')
        && !address.StartsWith("/sign-", StringComparison.OrdinalIgnoreCase);
}
