using System.Security.Cryptography;
using OpenUpr.Storage;

namespace OpenUpr.Drafting;

/// <summary>What a change that somebody sends meets.</summary>
internal enum Arrival
{
    /// <summary>It begins with a version that there is not.</summary>
    Unknown,

    /// <summary>It is stored already, or changes nothing.</summary>
    Stored,

    /// <summary>Somebody else changed the text meanwhile.</summary>
    Clash,

    /// <summary>It changes the newest version.</summary>
    Newest,
}

/// <summary>
/// Where a change of a text that several people write belongs. The same for drafts and for sections of documents: a form bears the number of the version it
/// began with and one of its own made at random, so that what is sent twice because the answer was lost is stored once. Pure.
/// </summary>
public static class Arrivals
{
    /// <summary>Characters of a form's own number.</summary>
    private const int MaxClient = 64;

    /// <summary>A number for a form, made at random.</summary>
    public static string NewClient() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    /// <summary>A form without its number gets one, so that no two forms are taken for one.</summary>
    internal static string Client(string? sent) => IsClient(sent) ? sent! : NewClient();

    internal static bool IsClient(string? sent) => sent is { Length: > 0 and <= MaxClient };

    /// <param name="versions">The newest first: that one, those of this form, and the one it began with; more do no harm.</param>
    /// <param name="client">The form's own number.</param>
    /// <param name="number">The version that the form says it began with.</param>
    /// <param name="isSame">Whether what was sent is what a version holds.</param>
    /// <returns>With the version that the writer had before them; null where that is unknown.</returns>
    internal static (Arrival Arrival, T? Origin) Of<T>(IReadOnlyList<T> versions, long? author, string? client, int? number, Func<T, bool> isSame)
        where T : class, ITextVersion
    {
        // An answer that was lost: the writer had their own version before them, whatever the form says; unless it says a later one, which was shown since.
        var sent = IsClient(client) ? versions.FirstOrDefault(v => v.ClientId == client && v.AuthorId == author) : null;
        sent = sent?.Number >= (number ?? 0) ? sent : null;
        var origin = sent ?? versions.FirstOrDefault(v => v.Number == number);
        return origin is null ? (Arrival.Unknown, null)
            : isSame(sent ?? versions[0]) ? (Arrival.Stored, origin)
            : (origin.Number == versions[0].Number ? Arrival.Newest : Arrival.Clash, origin);
    }
}
