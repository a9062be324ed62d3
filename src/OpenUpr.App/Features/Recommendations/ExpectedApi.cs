using System.Text.Json;
using OpenUpr.App.Features.Api;
using OpenUpr.App.Resources;
using OpenUpr.Recommendations;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Recommendations;

internal sealed record BasisItem(string Of, int Texts, int Supported);

internal sealed record ExpectedAnswer(
    string Sur, IReadOnlyList<string> Issues, int? Action, string? RsGroup, double Probability, double Low, double High, bool TooLittle, double FromOthers, double OwnWeight, IReadOnlyList<BasisItem> Basis);

/// <summary>The response that history lets expect, for programs.</summary>
internal static class ExpectedApi
{
    private const int Figures = 4;

    public static IReadOnlyList<ApiOperation> Operations(IReadOnlyList<ApiParameter> search) =>
    [
        new(
            "getExpectedResponse", "/expected", AnswerAsync, [typeof(ExpectedAnswer)], [.. search.Where(p => p.Name is "sur" or "issue" or "action" or "rs-group")],
            ["/expected?sur={sur}&issue={issue}", "/expected?sur={sur}&issue={issue}&action=5"]),
    ];

    private static Task AnswerAsync(ApiCall call)
    {
        var filters = call.Query.Filters;
        if (filters is not { Sur: [var sur], Actions.Count: <= 1, RsGroups.Count: <= 1 })
        {
            return call.RefuseAsync(new QueryProblem("sur", string.Join(", ", filters.Sur), ApiWords.Problem_Expected, []));
        }

        int? action = filters.Actions is [var one] ? one : null;
        var group = filters.RsGroups is [var only] ? only : null;
        return ResponseHistory.Of(call.Index).Expect(new ExpectedQuestion(sur, filters.Issues, action, group)) is { } found
            ? call.SendAsync(Answer(sur, filters.Issues, action, group, found), ApiJson.Sent.ExpectedAnswer)
            : call.NotFoundAsync(ApiWords.Error_NoAnswers);
    }

    private static ExpectedAnswer Answer(string sur, IReadOnlyList<string> issues, int? action, string? group, ExpectedResponse found) => new(
        sur, issues, action, group, Rounded(found.Supported), Rounded(found.Low), Rounded(found.High), found.TooLittle, Rounded(found.FromOthers), Rounded(found.OwnWeight),
        [.. found.Basis.Select(b => new BasisItem(JsonNamingPolicy.KebabCaseLower.ConvertName(b.Kind.ToString()), b.Texts, b.Supported))]);

    private static double Rounded(double share) => Math.Round(share, Figures);
}
