using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Coverage;
using OpenUpr.Drafting.Studio;
using OpenUpr.Search;
using OpenUpr.Search.Passages;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coverage;

/// <summary>What the papers of the review say of the coalition's priorities, and what they leave out (requirements H3, H14, H15).</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/coverage")]
public sealed class CoverageShowModel(Store store, LiveIndex live, LivePassages papers, PassageIssues issues, Labels labels) : CoalitionPage(store)
{
    /// <summary>Paragraphs of one paper that are shown with their words, the surest; of the others the numbers.</summary>
    public const int Shown = 4;

    public CoverageView View { get; private set; } = null!;

    public string State => View.Country is { } country ? labels.State(country) : "";

    public bool MayWrite => Access.Is(CoalitionRole.Contributor);

    /// <summary>A document of a kind that begins with what is known of a priority.</summary>
    public string Begin(string kind, DraftPriority priority) => Link($"/studio/new?kind={kind}&priority={priority.Id}");

    /// <summary>A question in advance on an issue that is none of the priorities.</summary>
    public string BeginQuestion(IssueNumbers numbers) => Link($"/studio/new?kind={StudioKinds.AdvanceQuestion}&title={Uri.EscapeDataString(numbers.Issue.Name)}");

    /// <summary>The priority of an issue; null for none.</summary>
    public DraftPriority? PriorityOf(IssueNumbers numbers) => View.Priorities.FirstOrDefault(p => p.Numbers == numbers)?.Priority;

    /// <summary>The surest first, and of these the shown ones in the paper's order.</summary>
    public static (IReadOnlyList<CoveredPassage> First, IReadOnlyList<CoveredPassage> Others) Split(PaperCoverage coverage)
    {
        var first = coverage.Passages.OrderBy(p => p.Reading.ByHeading).ThenByDescending(p => p.Reading.Confidence).Take(Shown).ToHashSet();
        return ([.. coverage.Passages.Where(first.Contains)], [.. coverage.Passages.Where(p => !first.Contains(p))]);
    }

    public async Task OnGetAsync(int? session, CancellationToken cancel) =>
        View = await CoverageReading.ReadAsync(Store, live.Current, await papers.CurrentAsync(cancel), issues, Access, session, cancel);
}
