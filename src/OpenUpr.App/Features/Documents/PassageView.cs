using Microsoft.AspNetCore.Html;
using OpenUpr.App.Features.Papers;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Papers;
using OpenUpr.Search;
using OpenUpr.Search.Passages;

namespace OpenUpr.App.Features.Documents;

/// <summary>A found paragraph as the page shows it.</summary>
public sealed record PassageView(PassageRow Row, PassageQuery Query, Labels Labels)
{
    /// <summary>Letters of a paragraph that are shown; the paper's own page has all.</summary>
    private const int Shown = 600;

    public IHtmlContent Text => Mark.Matches(PassageExcerpt.Cut(Highlighter.Mark(Row.Text, Query.Words), Shown));

    /// <summary>The paragraph in its paper.</summary>
    public string Link => PaperDocument.Link(Row.Document.Id, Row.Ordinal);

    /// <summary>"A/HRC/WG.6/48/SVN/3, paragraph 12, page 4", as far as it is known.</summary>
    public string Place => string.Join(", ", new[]
    {
        Row.Document.Symbol ?? PaperLabels.Kind(Row.Document.Kind),
        Row.Number is { } number ? Numbers.Fill(DocumentsWords.Of_paragraph, number) : null,
        Row.Page is { } page ? Numbers.Fill(DocumentsWords.Of_page, page) : null,
    }.OfType<string>());

    public string Submitters => string.Join(", ", Row.Submitters.Select(s => s.Name is null ? s.Code : $"{s.Name} ({s.Code})"));
}
