namespace OpenUpr.Evidence.Cleaning;

/// <summary>What came of cleaning a file.</summary>
/// <param name="Kind">Told by content.</param>
/// <param name="Blocked">Why there is no clean copy, a code such as "damaged" or "kind"; null where there is one.</param>
/// <param name="Removed">What was removed: kinds of metadata and how many of each, never their values.</param>
public sealed record CleaningResult(FileKind Kind, string? Blocked, IReadOnlyDictionary<string, int> Removed)
{
    public bool IsClean => Blocked is null;
}

/// <summary>Why a file cannot be cleaned surely.</summary>
internal static class Blocks
{
    /// <summary>There is no way here to clean files of this kind.</summary>
    public const string Kind = "kind";
    public const string Damaged = "damaged";

    /// <summary>It is built in a way that is allowed but that is not understood well enough to be sure.</summary>
    public const string Unusual = "unusual";
    public const string Encrypted = "encrypted";
    public const string TooMuch = "too-much";

    /// <summary>Something inside it, such as a picture or another document, cannot be cleaned.</summary>
    public const string Inside = "inside";

    /// <summary>It shows parts of other files, named by where they are.</summary>
    public const string Outside = "outside";
}

/// <summary>Ends the cleaning of a file; never leaves <see cref="FileCleaner"/>.</summary>
internal sealed class CleaningException(string block) : Exception($"The file cannot be cleaned: {block}.")
{
    public string Block { get; } = block;
}
