using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Targets;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Targets;

/// <summary>The States that a coalition wants to speak to, by issue.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/targets")]
public sealed class ChoiceListModel(Store store, Labels labels) : CoalitionPage(store)
{
    public IReadOnlyList<TargetChoiceRow> Choices { get; private set; } = [];

    /// <summary>The country that the coalition works on; null where it named none.</summary>
    public string? Country { get; private set; }

    public Labels Labels => labels;

    public bool MayChange => Access.Is(CoalitionRole.Contributor);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Choices = await TargetChoices.ListAsync(Store, Access, cancel);
        Country = await ChoiceFile.CountryAsync(Store, Access, cancel);
    }

    public static string Issue(TargetChoice choice) => choice.Issue is { } issue ? Labels.Issue(issue) : Resources.TargetWords.Field_AllIssues;

    public static string Progress(TargetChoice choice) => ChoiceFile.Progress(choice.Progress);

    public static string Briefing(TargetChoice choice) => TargetsRequest.To(new TargetQuestion(choice.Sur, choice.Issue is { } issue ? [issue] : []), TargetsRequest.BriefingPage, choice.State);
}
