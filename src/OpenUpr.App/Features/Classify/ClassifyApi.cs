using OpenUpr.App.Features.Api;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Search;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.App.Features.Classify;

internal sealed record ReasonItem(string Scheme, string Value, string Code, string Words, double Weight, string? Detail);

internal sealed record ClassifyAnswer(
    string? Model, ReadItem? Action, IReadOnlyList<ReadItem> Issues, IReadOnlyList<ReadItem> Sdgs, IReadOnlyList<ReadItem> Themes, IReadOnlyList<ReadItem> Persons, IReadOnlyList<ReasonItem> Reasons);

/// <summary>What the machine reads from any text, for programs. Nothing of it is kept.</summary>
internal static class ClassifyApi
{
    private static readonly ApiParameter _text = new("text", "Ratify the Optional Protocol to the Convention against Torture");

    public static IReadOnlyList<ApiOperation> Operations { get; } =
        [new("classifyText", "/classify", AnswerAsync, [typeof(ClassifyAnswer)], [_text], [$"/classify?text={Uri.EscapeDataString(_text.Example)}"])];

    private static Task AnswerAsync(ApiCall call)
    {
        var text = call.Typed(_text);
        if (string.IsNullOrWhiteSpace(text) || text.Length > Classifier.MaxTextLength)
        {
            return call.RefuseAsync(new QueryProblem(_text.Name, "", Numbers.Fill(ApiWords.Problem_Text, Classifier.MaxTextLength), []));
        }

        return call.SendAsync(Classifier.HasShipped ? Read(Classifier.Shipped, text) : new ClassifyAnswer(null, null, [], [], [], [], []), ApiJson.Sent.ClassifyAnswer);
    }

    private static ClassifyAnswer Read(Classifier classifier, string text)
    {
        var read = classifier.Classify(text);
        return new ClassifyAnswer(
            read.Model, Of(read.Action), Of(read.Issues), Of(read.Sdgs), Of(read.Themes), Of(read.Persons),
            [.. classifier.Explain(text).Select(r => new ReasonItem(r.Scheme, r.Value, r.Code, r.Words, Math.Round(r.Weight, 4), r.Detail))]);
    }

    private static List<ReadItem> Of(IReadOnlyList<ScoredLabel> labels) => [.. labels.Select(Of)];

    private static ReadItem Of(ScoredLabel label) => new(label.Value, Math.Round(label.Confidence, 4));
}
