using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Features.Papers;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.FollowUp.Outcomes;
using OpenUpr.FollowUp.Publications;
using OpenUpr.Papers;
using OpenUpr.Recommendations;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.App.Features.Recommendations;

[Access(AccessAttribute.Public, "/recommendations/1")]
public sealed class ShowModel(Store store, Labels labels, Curation curation) : PageModel
{
    private IReadOnlyList<Reason>? _reasons;

    public RecommendationDetails Details { get; private set; } = null!;

    /// <summary>What the papers say of it beyond the row itself.</summary>
    public RecommendationPapers Papers { get; private set; } = null!;

    /// <summary>What is published of how far it is carried out, each with who says it; apart from the position.</summary>
    public IReadOnlyList<(Publication Publication, PublicRow Row)> Published { get; private set; } = [];

    public RecommendationRow Row => Details.Row;

    public Labels Labels => labels;

    /// <summary>Whether the labels can be corrected here.</summary>
    public bool MayCorrect { get; private set; }

    public bool IsPledge => Row.Kind == RecommendationKind.Pledge;

    /// <summary>"France to Cuba, session 16".</summary>
    public string Heading => IsPledge
        ? Numbers.Fill(Words.Rec_PledgeHeading, labels.State(Row.Sur), Row.Session)
        : Numbers.Fill(Words.Rec_Heading, labels.State(Row.Rs), labels.State(Row.Sur), Row.Session);

    /// <summary>The whole address, for quoting.</summary>
    public string Address => $"{Request.Scheme}://{Request.Host}/recommendations/{Row.Id}";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (await RecommendationDetails.ResolveAsync(store, id, cancel) is not { } actual)
        {
            HttpContext.Features.Set(new Problem(Numbers.Fill(Words.Error_NoRecommendation, id)));
            return NotFound();
        }

        if (actual != id)
        {
            return RedirectPermanent($"/recommendations/{actual}");
        }

        Details = (await RecommendationDetails.ReadAsync(store, id, cancel))!;
        Papers = await RecommendationPapers.ReadAsync(store, id, cancel);
        Published = IsPledge ? [] : Publications.Of(await Publications.ReadOfAsync(store, Row.Sur, cancel), Row.Session, Row.Paragraph, Row.Text);
        MayCorrect = !IsPledge && await curation.MayAsync(HttpContext);
        return Page();
    }

    /// <summary>Why the machine reads a label from this text.</summary>
    public IReadOnlyList<Reason> Why(string scheme, string value) => [.. (_reasons ??= Reading.Why(Row.Text, Details.Reading?.Model)).Where(r => r.Scheme == scheme && r.Value == value)];

    /// <summary>How a paper would name this recommendation.</summary>
    public string Citation()
    {
        var place = Row.Symbol is null ? null : Row.Paragraph is null ? Row.Symbol : Numbers.Fill(Words.Rec_CiteParagraph, Row.Symbol, Row.Paragraph);
        var position = Row.Position is { } p ? Numbers.Fill(Words.Rec_CitePosition, Row.Partial ? Words.Position_Partly : Labels.Position(p)) : null;
        return string.Join(". ", new[] { $"{Heading}: “{Row.Text}”", place, labels.SessionWithMonths(Row.Session), position, $"OpenUPR, {Address}" }.OfType<string>());
    }
}
