using System.Globalization;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Planning.Targets;
using OpenUpr.Recommendations;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Targets;

/// <summary>Why a State stands where it stands, in sentences whose numbers lead to their rows. They say what it did, and grade nobody.</summary>
public sealed class TargetReasons(Labels labels, TargetList list)
{
    private const int MostParts = 3;

    /// <summary>A smaller part of a weight would read as none.</summary>
    private const double LeastShare = 0.005;

    private TargetQuestion Question => list.Question;

    private string Sur => labels.State(Question.Sur);

    /// <summary>The issues by name, or that none was chosen.</summary>
    public string Issues => Question.Issues.Count == 0 ? TargetWords.AnyIssue : string.Join(", ", Question.Issues.Select(Labels.Issue));

    public IEnumerable<TargetSentence> Of(TargetState state)
    {
        yield return Active(state);
        if (state.ToRegion > 0 && list.SurGroup is { } group)
        {
            yield return TargetSentence.Of(TargetWords.Why_Region, Count(state.ToRegion, state.Iso3, ("sur-group", group)), labels.Group(group));
        }

        yield return ToSame(state);
        if (state.SameGroup || state.SharedOrganisations.Count > 0)
        {
            yield return Common(state);
        }

        if (state.CouncilUntil is { } until)
        {
            yield return TargetSentence.Of(TargetWords.Why_Council, Dates.Day(until));
        }

        if (state.Rank != state.PlainRank)
        {
            yield return TargetSentence.Of(TargetWords.Why_Balanced, Numbers.Count(state.Rank), Numbers.Count(state.PlainRank), state.Group is { } own ? labels.Group(own) : TargetWords.NoGroup);
        }

        yield return TargetSentence.Of(TargetWords.Why_Parts, string.Join(", ", state.Parts.Where(p => p.Share >= LeastShare).Take(MostParts).Select(p => Numbers.Fill(TargetWords.Part_Share, PartName(p.Kind), Numbers.Share((int)Math.Round(p.Share * 1000), 1000)))));
    }

    /// <summary>All sentences as one text, for files.</summary>
    public string Plain(TargetState state) => string.Join(' ', Of(state).Select(s => s.Plain));

    /// <summary>A number of recommendations as a link to them.</summary>
    public Linked Count(int count, string? rs, params ReadOnlySpan<(string Field, string Value)> more) => new(Numbers.Count(count), count == 0 ? null : Rows(Question, rs, withIssues: true, more));

    /// <summary>The search behind a number of the list.</summary>
    public static string Rows(TargetQuestion question, string? rs, bool withIssues, params ReadOnlySpan<(string Field, string Value)> more)
    {
        var fields = new List<(string, string)> { ("rs", rs ?? ""), ("issue", withIssues ? string.Join(',', question.Issues) : "") };
        fields.AddRange(more);
        if (question.Before is { } before && !fields.Any(f => f.Item1 == "session"))
        {
            fields.Add(("session", $"1..{(before - 1).ToString(CultureInfo.InvariantCulture)}"));
        }

        return SearchLink.To([.. fields.Where(f => f.Item2.Length > 0)]);
    }

    private TargetSentence Active(TargetState state)
    {
        if (state.OnIssue == 0)
        {
            return TargetSentence.Of(TargetWords.Why_NotOnIssue, new Linked(Numbers.Count(state.All), Rows(Question, state.Iso3, withIssues: false)));
        }

        var to = Question.Before is { } before ? before - 1 : list.LastSession;
        var from = Math.Max(1, to - TargetList.RecentSessions + 1);
        return TargetSentence.Of(
            state.IssueReviews == 1 ? TargetWords.Why_ActiveOne : TargetWords.Why_Active, Count(state.OnIssue, state.Iso3), Numbers.Count(state.IssueReviews), Numbers.Count(state.FirstSession), Numbers.Count(state.LastSession),
            Count(state.Recent, state.Iso3, ("session", string.Create(CultureInfo.InvariantCulture, $"{from}..{Math.Max(from, to)}"))), Numbers.Count(TargetList.RecentSessions));
    }

    private TargetSentence ToSame(TargetState state)
    {
        if (list.OwnReviews.Count == 0)
        {
            return TargetSentence.Of(TargetWords.Why_NoReview, Sur);
        }

        if (state.AllToSame.All == 0)
        {
            return TargetSentence.Of(TargetWords.Why_NeverSpoke, Sur);
        }

        var (sur, same) = (("sur", Question.Sur), state.ToSame);
        var all = new Linked(Numbers.Count(state.AllToSame.All), Rows(Question, state.Iso3, withIssues: false, sur));
        return same.All == 0
            ? TargetSentence.Of(TargetWords.Why_SpokeElse, Sur, all, Numbers.Count(state.LastToSame))
            : TargetSentence.Of(
                TargetWords.Why_Spoke, Sur, all, Numbers.Count(state.LastToSame), Count(same.All, state.Iso3, sur), Count(same.Supported, state.Iso3, sur, ("response", "supported")),
                Count(same.Noted, state.Iso3, sur, ("response", "noted")), Numbers.Count(same.Open));
    }

    private TargetSentence Common(TargetState state)
    {
        var group = state.SameGroup && state.Group is { } own ? labels.Group(own) : null;
        var organisations = string.Join(", ", state.SharedOrganisations.Select(labels.Organisation));
        return group is null ? TargetSentence.Of(TargetWords.Why_Organisations, organisations)
            : organisations.Length == 0 ? TargetSentence.Of(TargetWords.Why_Group, group)
            : TargetSentence.Of(TargetWords.Why_GroupAndOrganisations, group, organisations);
    }

    public static string PartName(TargetPartKind kind) => kind switch
    {
        TargetPartKind.Everywhere => TargetWords.Part_Everywhere,
        TargetPartKind.Region => TargetWords.Part_Region,
        TargetPartKind.Organisations => TargetWords.Part_Organisations,
        TargetPartKind.SameState => TargetWords.Part_SameState,
        TargetPartKind.Speaking => TargetWords.Part_Speaking,
        TargetPartKind.Supported => TargetWords.Part_Supported,
        TargetPartKind.Council => TargetWords.Part_Council,
        _ => TargetWords.Part_Noted,
    };

    /// <summary>The label and the hint of a weight.</summary>
    public static (string Label, string Hint) WeightName(string name) => name switch
    {
        "everywhere" => (TargetWords.Part_Everywhere, TargetWords.Weight_Everywhere),
        "region" => (TargetWords.Part_Region, TargetWords.Weight_Region),
        "organisations" => (TargetWords.Part_Organisations, TargetWords.Weight_Organisations),
        "same-state" => (TargetWords.Part_SameState, TargetWords.Weight_SameState),
        "speaking" => (TargetWords.Part_Speaking, TargetWords.Weight_Speaking),
        "recent" => (TargetWords.Weight_RecentName, TargetWords.Weight_Recent),
        "supported" => (TargetWords.Part_Supported, TargetWords.Weight_Supported),
        "council" => (TargetWords.Part_Council, TargetWords.Weight_Council),
        _ => (TargetWords.Part_Noted, TargetWords.Weight_Noted),
    };
}
