using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Planning.Targets;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Targets;

/// <summary>
/// Which States may raise an issue with a State under review. The list is public data; a sentence of one's own that is to be read for its issues comes as a
/// form and never stands in an address (<see cref="Wording.DraftGate"/>).
/// </summary>
[Access(AccessAttribute.Public, "/targets")]
[Access(AccessAttribute.Public, "/targets", Method = "POST")]
[IgnoreAntiforgeryToken]
public sealed class ShowModel(Store store, LiveIndex live, Labels labels) : PageModel
{
    private const int ShownTopics = 10;
    private const int MaxText = 5_000;

    public TargetsRequest Asked { get; private set; } = null!;

    /// <summary>Null while no State is chosen.</summary>
    public TargetList? List { get; private set; }

    public TargetReasons Reasons { get; private set; } = null!;

    public IReadOnlyList<ExpectedTopic> Topics { get; private set; } = [];

    /// <summary>The rapporteurs of earlier reviews.</summary>
    public IReadOnlyList<(int Session, string Iso3)> Troikas { get; private set; } = [];

    public Labels Labels => labels;

    /// <summary>What stands in the form.</summary>
    public TargetQuestion Form => Asked.Question ?? new TargetQuestion("", []);

    public IEnumerable<State> States => store.Reference.States.Where(s => s.Status == StateStatus.Member).OrderBy(s => labels.State(s.Iso3), StringComparer.CurrentCulture);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Asked = TargetsRequest.Read(Request.Query, store.Reference);
        if (Asked.Refusals.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        if (Asked.Question is { } question)
        {
            List = TargetRanking.Rank(live.Current, question);
            Reasons = new TargetReasons(labels, List);
            Topics = [.. ExpectedTopics.Of(live.Current, question.Sur, before: question.Before).Take(ShownTopics)];
            Troikas = await TargetBriefing.TroikaOf(store, question, cancel);
        }

        return Page();
    }

    /// <summary>Reads a sentence for its issues and leads on to their list; the sentence is kept by nobody.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Request.HasFormContentType)
        {
            return BadRequest();
        }

        var form = await Request.ReadFormAsync(cancel);
        var (text, sur) = (form["text"].ToString(), store.Reference.FindState(form["sur"].ToString())?.Iso3);
        var issues = text.Length is 0 or > MaxText ? [] : TargetIssues.Read(text);
        if (sur is null || issues.Count == 0)
        {
            Asked = new TargetsRequest(null, null, TargetsRequest.Sizes[0], [sur is null ? TargetWords.Refused_NoState : TargetWords.Refused_Text]);
            Typed = text;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Response.Headers.Location = TargetsRequest.To(new TargetQuestion(sur, issues));
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The sentence as it was sent, where nothing came of it.</summary>
    public string? Typed { get; private set; }

    public string StateLink(TargetState state) => TargetsRequest.To(List!.Question, TargetsRequest.BriefingPage, state.Iso3);

    /// <summary>The rows behind a number of an expected topic.</summary>
    public Linked TopicRows(ExpectedTopic topic, int count, params ReadOnlySpan<(string Field, string Value)> more) =>
        new(Numbers.Count(count), count == 0 ? null : TargetReasons.Rows(List!.Question with { Issues = [topic.Issue] }, null, withIssues: true, more));
}
