using OpenUpr.Export;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Recommendations;

/// <summary>The fields of a recommendation as RecommendationJson writes them, for the API's description; tests hold the two together.</summary>
internal record RecommendationItem(
    long Id, string Kind, string Sur, string Rs, int Session, int? Cycle, string? Symbol, string? Paragraph, int? Page, string Text, string? Position, string? PositionText,
    int? Action, IReadOnlyList<string> Issues, IReadOnlyList<int> Sdgs, string Source, bool Partial = false, bool Fictional = false, LabelsItem? Labels = null);

internal sealed record RecommendationPage(int Total, string Unit, IReadOnlyList<RecommendationItem> Items, string? Next);

internal sealed record RecommendationDetail(
    long Id, string Kind, string Sur, string Rs, int Session, int? Cycle, string? Symbol, string? Paragraph, int? Page, string Text, string? Position, string? PositionText,
    int? Action, IReadOnlyList<string> Issues, IReadOnlyList<int> Sdgs, string Source, DocumentItem Document, IReadOnlyList<PositionItem> Positions, IReadOnlyList<TagItem> Tags,
    IReadOnlyList<SchemeItem> Schemes, IReadOnlyList<PairItem> SameText, bool Partial = false, bool Fictional = false, LabelsItem? Labels = null);

internal sealed record DocumentItem(string FileName, string DocumentKind, string? Symbol, string? Licence, string Sha256, DateTimeOffset ReceivedAt, int? Line);

internal sealed record PositionItem(string Position, bool Partial, string PositionText, string Document, string? Symbol, DateOnly? SaidOn, string Rule, DateTimeOffset RecordedAt, bool Current);

internal sealed record TagItem(string Scheme, string Value, string SetBy, string? SetByName, double? Confidence, DateTimeOffset SetAt, DateTimeOffset? WithdrawnAt);

internal sealed record LabelsItem(OriginItem? Action = null, OriginItem? Issues = null, OriginItem? Sdgs = null, string? Model = null);

internal sealed record OriginItem(string SetBy, IReadOnlyList<double>? Confidence = null);

internal sealed record ReadItem(string Value, double Confidence);

internal sealed record SchemeItem(string Scheme, string SetBy, IReadOnlyList<string> Values, IReadOnlyList<string>? Coder, IReadOnlyList<string>? User, IReadOnlyList<ReadItem>? Machine, bool Differs);

internal sealed record PairItem(long Id, string Rs);

internal sealed record FacetCounts(int Total, string Unit, int Texts, int Paragraphs, int PairsWithoutParagraph, IReadOnlyList<FacetItem> Facets);

internal sealed record FacetItem(string Field, IReadOnlyList<FacetValueItem> Values);

internal sealed record FacetValueItem(string Value, string Label, int Count, bool Chosen);

/// <summary>Makes what is sent of what the store holds.</summary>
internal static class RecommendationModels
{
    private const string User = "user";

    public static DocumentItem Of(SourcePlace source) => new(source.FileName, source.Kind, source.Symbol, source.Licence, source.Sha256, source.ReceivedAt, source.Line);

    public static PositionItem Of(PositionEntry entry) => new(
        RecommendationColumns.PositionWord(entry.Record.Value)!, entry.Record.Partial, entry.Record.Wording, entry.Document, entry.Record.Symbol, entry.Record.SaidOn,
        entry.Record.Rule, entry.Record.RecordedAt, entry.Record.IsCurrent);

    public static SchemeItem Of(SchemeLabels labels) => new(
        labels.Scheme, labels.SetBy!, labels.Values, labels.Coder, labels.User, labels.Machine is null ? null : [.. labels.Machine.Select(m => new ReadItem(m.Value, m.Confidence))], labels.Differs);

    /// <summary>A person's name is nobody's business: of a user's correction the API says only that it is one.</summary>
    public static TagItem Of(Tag tag) => new(tag.Scheme, tag.Value, tag.SetBy, tag.SetBy == User ? null : tag.SetByName, tag.Confidence, tag.SetAt, tag.WithdrawnAt);
}
