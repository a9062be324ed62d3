using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Planning.Targets;
using OpenUpr.Recommendations;

namespace OpenUpr.App.Features.Targets;

/// <summary>A briefing in words, the same for the page and the Word file.</summary>
public sealed class BriefingWords(Labels labels, TargetBriefing briefing)
{
    public string Sur => labels.State(briefing.Question.Sur);

    public string Rs => labels.State(briefing.Rs);

    public string Issues => briefing.Question.Issues.Count == 0 ? TargetWords.AnyIssue : string.Join(", ", briefing.Question.Issues.Select(Labels.Issue));

    public string Title => Numbers.Fill(TargetWords.Briefing_Title, Rs, Sur);

    /// <summary>What to ask, an item for each thing that is open between the two States.</summary>
    public IEnumerable<TargetSentence> Asks => briefing.Asks.Select(Ask);

    /// <summary>What it said and what was answered, in a line under its words.</summary>
    public string About(RecommendationRow row)
    {
        var answer = row.Position is { } position ? Labels.Position(position) : TargetWords.Answer_Unknown;
        return Numbers.Fill(TargetWords.Said_About, row.Session, answer, row.PositionText is { Length: > 0 } wording && wording.Length < 200 ? $" (“{wording}”)" : "");
    }

    private TargetSentence Ask(BriefingAsk ask)
    {
        var (sur, issue) = (("sur", briefing.Question.Sur), ask.Issue.Length == 0 ? TargetWords.AnyIssue : Labels.Issue(ask.Issue));
        var question = briefing.Question with { Issues = ask.Issue.Length == 0 ? [] : [ask.Issue] };
        // No search leaves one State out, and none asks for what is pending or not known alone: such numbers lead nowhere.
        var others = new Linked(Numbers.Count(ask.ByOthers), null);
        var (format, response) = ask.Kind switch
        {
            AskKind.FollowUp => (TargetWords.Ask_FollowUp, "supported"),
            AskKind.AskAgain => (TargetWords.Ask_Again, "noted"),
            AskKind.FindOut => (TargetWords.Ask_FindOut, ""),
            AskKind.FirstTime => (TargetWords.Ask_FirstTime, ""),
            _ => (TargetWords.Ask_New, ""),
        };
        var own = ask.Kind is AskKind.FirstTime or AskKind.New
            ? new Linked(Numbers.Count(ask.Count), ask.Count == 0 ? null : TargetReasons.Rows(question, briefing.Rs, withIssues: true))
            : new Linked(Numbers.Count(ask.Count), response.Length == 0 ? null : TargetReasons.Rows(question, briefing.Rs, withIssues: true, sur, ("response", response)));
        return TargetSentence.Of(format, issue, own, others, Sur);
    }
}
