using OpenUpr.App.Features.Api;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Planning.Targets;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Targets;

internal sealed record TargetPartItem(string Of, double Share);

internal sealed record TargetAnswersItem(int All, int Supported, int Noted, int Open);

internal sealed record TargetItem(
    int Rank, int RankByWeight, string State, string Name, double Weight, IReadOnlyList<TargetPartItem> Parts, int OnIssue, int Reviews, int FirstSession, int LastSession, int Recent, int ToRegion, TargetAnswersItem ToState,
    TargetAnswersItem AllToState, int LastToState, int All, string? Group, bool SameGroup, IReadOnlyList<string> SharedOrganisations, DateOnly? CouncilUntil);

internal sealed record TargetTopicItem(string Issue, double Weight, int ToState, int ToRegion, int Recent, int All);

internal sealed record TargetsAnswer(string Sur, IReadOnlyList<string> Issues, int? Before, string Order, string Weights, int Reviews, int NewestSession, IReadOnlyList<TargetItem> States, IReadOnlyList<TargetTopicItem> Topics);

/// <summary>Target States for programs.</summary>
internal static class TargetsApi
{
    private const int Figures = 4;
    private const int Topics = 10;

    private static readonly ApiParameter s_before = new("before", "14") { Range = (2, TargetsRequest.MaxSession) };
    private static readonly ApiParameter s_order = new("order", "balanced") { Values = ["weight", "balanced"], Default = "weight" };
    private static readonly ApiParameter s_weights = new("weights", "region=2,recent=0");
    private static readonly ApiParameter s_limit = new("limit", "10") { Range = (1, ApiParameters.MaxLimit), Default = "20" };

    public static IReadOnlyList<ApiOperation> Operations(IReadOnlyList<ApiParameter> search) =>
    [
        new(
            "listTargets", "/targets", AnswerAsync, [typeof(TargetsAnswer)], [.. search.Where(p => p.Name is "sur" or "issue"), s_before, s_order, s_weights, s_limit],
            ["/targets?sur={sur}&issue={issue}", "/targets?sur={sur}&issue={issue}&order=balanced&weights=region=2"]),
    ];

    /// <summary>Weights as a program writes them, "region=2,recent=0"; null with what is wrong.</summary>
    public static TargetWeights? Weights(string? typed, out string wrong)
    {
        var weights = TargetWeights.Usual;
        wrong = "";
        foreach (var part in (typed ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=') is not [var name, var value] || !TargetWeights.Names.Contains(name) || TargetWeights.Parse(value) is not { } number)
            {
                wrong = part;
                return null;
            }

            weights = weights.With(name, number);
        }

        return weights;
    }

    private static Task AnswerAsync(ApiCall call)
    {
        var filters = call.Query.Filters;
        if (filters is not { Sur: [var sur] })
        {
            return call.RefuseAsync(new QueryProblem("sur", string.Join(", ", filters.Sur), ApiWords.Problem_Targets, []));
        }

        if (Weights(call.Value(s_weights), out var wrong) is not { } weights)
        {
            return call.RefuseAsync(new QueryProblem("weights", wrong, Numbers.Fill(ApiWords.Problem_Weights, wrong, string.Join(", ", TargetWeights.Names)), []));
        }

        var order = call.Value(s_order) == "balanced" ? TargetOrder.Balanced : TargetOrder.Weight;
        var question = new TargetQuestion(sur, filters.Issues, call.Value(s_before) is null ? null : call.Number(s_before)) { Weights = weights, Order = order };
        return call.SendAsync(Answer(call, TargetRanking.Rank(call.Index, question)), ApiJson.Sent.TargetsAnswer);
    }

    private static TargetsAnswer Answer(ApiCall call, TargetList list) => new(
        list.Question.Sur, list.Question.Issues, list.Question.Before, list.Question.Order == TargetOrder.Balanced ? "balanced" : "weight", list.Question.Weights.ToString(), list.Reviews, list.LastSession,
        [.. list.States.Take(call.Number(s_limit)).Select(s => Item(call, s))],
        [.. ExpectedTopics.Of(call.Index, list.Question.Sur, before: list.Question.Before).Take(Topics).Select(t => new TargetTopicItem(t.Issue, Math.Round(t.Weight, Figures), t.ToSame, t.ToRegion, t.Recent, t.All))]);

    private static TargetItem Item(ApiCall call, TargetState state) => new(
        state.Rank, state.PlainRank, state.Iso3, call.Reference.FindState(state.Iso3)?.NameEn ?? state.Iso3, Math.Round(state.Weight, Figures),
        [.. state.Parts.Select(p => new TargetPartItem(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(p.Kind.ToString()), Math.Round(p.Share, Figures)))],
        state.OnIssue, state.IssueReviews, state.FirstSession, state.LastSession, state.Recent, state.ToRegion, Answers(state.ToSame), Answers(state.AllToSame), state.LastToSame, state.All, state.Group, state.SameGroup,
        state.SharedOrganisations, state.CouncilUntil);

    private static TargetAnswersItem Answers(TargetAnswers answers) => new(answers.All, answers.Supported, answers.Noted, answers.Open);
}
