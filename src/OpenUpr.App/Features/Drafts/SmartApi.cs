using OpenUpr.App.Features.Api;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Search;
using OpenUpr.Taxonomy.Smart;

namespace OpenUpr.App.Features.Drafts;

internal sealed record SmartAnswer(IReadOnlyList<CriterionItem> Criteria, IReadOnlyList<int> ActionCategories);

/// <summary>A draft recommendation against the five criteria, for programs. Nothing of it is kept.</summary>
internal static class SmartApi
{
    private static readonly ApiParameter _text = new("text", "Sign and ratify the CRPD and its Optional Protocol");

    public static IReadOnlyList<ApiOperation> Operations { get; } =
        [new("reviewDraft", "/smart", AnswerAsync, [typeof(SmartAnswer)], [_text], [$"/smart?text={Uri.EscapeDataString(_text.Example)}"])];

    private static Task AnswerAsync(ApiCall call)
    {
        var text = call.Typed(_text) ?? "";
        var review = SmartReview.Of(text, call.Today.Year);
        return review.Problem is { } problem
            ? call.RefuseAsync(new QueryProblem(_text.Name, "", problem == SmartProblem.NotEnglish ? SmartText.Problem(problem) : Numbers.Fill(ApiWords.Problem_Text, SmartReview.LongestText), []))
            : call.SendAsync(new SmartAnswer([.. CriterionItem.Of(text, review)], review.Action?.Categories ?? []), ApiJson.Sent.SmartAnswer);
    }
}
