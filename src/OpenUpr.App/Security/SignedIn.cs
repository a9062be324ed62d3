using Microsoft.AspNetCore.Http.Features;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Security;

/// <summary>Who asks, as the session's row and the account's row say at this moment. A feature of the request; absent for anyone not signed in.</summary>
/// <param name="ProvedAt">When the person last proved who they are; dangerous acts ask for it anew.</param>
public sealed record SignedIn(long AccountId, long SignInId, string DisplayName, bool IsOperator, bool IsCurator, DateTimeOffset ProvedAt)
{
    /// <summary>The account has a password without one-time codes: it reaches nothing but its own pages until they are on.</summary>
    public bool MustFinish { get; init; }
}

internal static class SignedInContext
{
    /// <summary>Null for anyone not signed in.</summary>
    public static SignedIn? SignedIn(this HttpContext context) => context.Features.Get<SignedIn>();

    /// <summary>The proof that the gate made for this request: the address names a coalition and the person may enter it with the role that the page asks for.</summary>
    /// <exception cref="InvalidOperationException">The page does not ask for a coalition role.</exception>
    public static CoalitionAccess Access(this HttpContext context) => context.Features.GetRequiredFeature<CoalitionAccess>();
}
