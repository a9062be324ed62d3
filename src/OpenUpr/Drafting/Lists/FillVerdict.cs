using System.Security.Cryptography;
using System.Text;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Lists;

/// <summary>What a row of a filled-in sheet means for the list.</summary>
public enum FillVerdict
{
    /// <summary>The list says nothing there yet.</summary>
    New,

    /// <summary>It goes on from what stands there: every word of that is kept, or the sheet says that it began with that version.</summary>
    Changed,

    /// <summary>It would put other words in the place of what stands there. Somebody has to choose.</summary>
    Meets,

    /// <summary>It says what stands there.</summary>
    Same,

    /// <summary>It says what stood there before; what was written since is left.</summary>
    Older,

    /// <summary>Nothing is written there; what stands in the list is left.</summary>
    Empty,

    /// <summary>No row of the list has this number and text, or several have.</summary>
    NotFound,

    /// <summary>What stands in the place of the value is none.</summary>
    Unreadable,

    /// <summary>The sheet says two things of one recommendation.</summary>
    Twice,

    /// <summary>Another cluster fills it in.</summary>
    NotYours,

    /// <summary>A text is longer than it may be.</summary>
    TooLong,
}

/// <summary>A row of the sheet and what would become of it.</summary>
/// <param name="Line">Of the sheet, from 1.</param>
/// <param name="What">The recommendation as the sheet has it.</param>
/// <param name="RowId">That it belongs to, where the assessment of it stands; null for none.</param>
/// <param name="Theirs">What stands there; null for nothing.</param>
/// <param name="Cell">What could not be read.</param>
public sealed record FillLine(int Line, FillVerdict Verdict, string What, long? RowId, FilledCell Mine, MatrixEntry? Theirs, string? Cell = null)
{
    /// <summary>It cannot be taken over as it is.</summary>
    public bool IsBlocked => Verdict is FillVerdict.NotFound or FillVerdict.Unreadable or FillVerdict.Twice or FillVerdict.NotYours or FillVerdict.TooLong;

    public bool IsTaken => Verdict is FillVerdict.New or FillVerdict.Changed;
}

/// <summary>Every row of the sheet, in its order.</summary>
public sealed record FillPreview(IReadOnlyList<FillLine> Lines)
{
    public int Count(FillVerdict verdict) => Lines.Count(l => l.Verdict == verdict);

    public int Blocked => Lines.Count(l => l.IsBlocked);

    public int Taken => Lines.Count(l => l.IsTaken);

    /// <summary>What was shown: another one means that rows of the list changed meanwhile.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', Lines.Select(l => $"{l.Line}:{l.Verdict}:{l.RowId}:{l.Theirs?.Number}")))))[..16];
}
