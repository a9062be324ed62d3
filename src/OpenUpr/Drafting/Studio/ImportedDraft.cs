namespace OpenUpr.Drafting.Studio;

/// <summary>A draft from elsewhere, as sections of the studio.</summary>
/// <param name="Title">Null where it names none.</param>
/// <param name="Lost">What was left out or made otherwise, with how many there were; only those that there were.</param>
public sealed record ImportedDraft(string? Title, IReadOnlyList<SectionWish> Sections, IReadOnlyList<ImportLoss> Lost);

/// <summary>Something of a draft that a document of the studio does not take over.</summary>
/// <param name="Code">One of <see cref="Codes"/>; pages put it in words.</param>
public sealed record ImportLoss(string Code, int Count)
{
    /// <summary>Left out; tables of contents and covers are made anew.</summary>
    public const string Pictures = "pictures", Comments = "comments", Hidden = "hidden", Cover = "cover", Contents = "contents";

    /// <summary>Taken as they would be if everybody agreed to them.</summary>
    public const string Changes = "changes";

    /// <summary>Numbers that were typed; the studio counts paragraphs itself.</summary>
    public const string Numbers = "numbers";

    /// <summary>Footnotes that became endnotes; boxes whose words stand in the text now.</summary>
    public const string Footnotes = "footnotes", Boxes = "boxes";

    /// <summary>Text that was longer than a section takes, and was parted.</summary>
    public const string Parted = "parted";

    public static IReadOnlyList<string> Codes { get; } = [Pictures, Comments, Hidden, Cover, Contents, Changes, Numbers, Footnotes, Boxes, Parted];
}
