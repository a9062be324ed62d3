using System.Runtime.CompilerServices;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>A pair as an export gave it, whatever the papers made of it since.</summary>
/// <param name="TextKey">The key of its text and response as the export has them, by which its pairs belong together.</param>
internal sealed record ExportPair(Recommendation Row, byte[] TextKey, string Rs, string Text, RecommendationKind Kind, PositionRecord? Response)
{
    public WordBag Words { get; } = new(Text);

    /// <summary>An order that does not depend on when it was imported.</summary>
    public string Order { get; } = Convert.ToHexString(TextKey) + Convert.ToHexString(Row.Identity);

    public bool Equals(ExportPair? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>A pair as the papers give it.</summary>
internal sealed record PaperPair(PaperEntry Entry, string Rs, byte[] Identity, WordBag Words)
{
    public bool Equals(PaperPair? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>A text as it has to stand in the store.</summary>
internal sealed class TargetText
{
    public required byte[] Key { get; init; }

    public required RecommendationKind Kind { get; init; }

    public required string Text { get; set; }

    /// <summary>Null where no paper has the text.</summary>
    public PaperEntry? Entry { get; init; }

    public List<TargetPair> Pairs { get; } = [];

    public List<PositionRecord> Positions { get; } = [];

    /// <summary>One of <see cref="Positions"/>; null where no source gives one.</summary>
    public PositionRecord? Current { get; set; }

    public List<Wording> Wordings { get; } = [];

    /// <summary>The row that it is or becomes.</summary>
    public RecommendationText? Row { get; set; }
}

/// <summary>A pair as it has to stand in the store.</summary>
internal sealed class TargetPair
{
    /// <summary>The identity it bears: the export's where there is one.</summary>
    public required byte[] Identity { get; init; }

    /// <summary>The paper's identity of a pair that the export has as well.</summary>
    public byte[]? PaperIdentity { get; init; }

    public required string Rs { get; init; }

    public string? RsInSource { get; init; }

    public required long DocumentId { get; init; }

    /// <summary>The paper that knows it too, for <see cref="KnownIdentity.DocumentId"/>.</summary>
    public long? PaperId { get; init; }

    public int? Line { get; init; }

    public required IReadOnlyCollection<(string Scheme, string Value)> Tags { get; init; }

    /// <summary>The row that it is or becomes.</summary>
    public Recommendation? Row { get; set; }
}
