using System.Text.Json;
using System.Text.Json.Serialization;
using OpenUpr.App.Features.Check;
using OpenUpr.App.Features.Classify;
using OpenUpr.App.Features.Cycles;
using OpenUpr.App.Features.Documents;
using OpenUpr.App.Features.Drafts;
using OpenUpr.App.Features.Instruments;
using OpenUpr.App.Features.Issues;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Features.Sdgs;
using OpenUpr.App.Features.Sessions;
using OpenUpr.App.Features.States;
using OpenUpr.App.Features.Statistics;
using OpenUpr.App.Features.Targets;
using OpenUpr.App.Features.Topics;
using OpenUpr.App.Shared;
using OpenUpr.Export;

namespace OpenUpr.App.Features.Api;

/// <summary>How the API's types are written: made when the program is built, so that nothing is worked out at the start.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RecommendationPage))]
[JsonSerializable(typeof(RecommendationDetail))]
[JsonSerializable(typeof(SimilarPage))]
[JsonSerializable(typeof(ExpectedAnswer))]
[JsonSerializable(typeof(TargetsAnswer))]
[JsonSerializable(typeof(FacetCounts))]
[JsonSerializable(typeof(StatisticTableAnswer))]
[JsonSerializable(typeof(StatisticMatrixAnswer))]
[JsonSerializable(typeof(GlobalAnswer))]
[JsonSerializable(typeof(StateList))]
[JsonSerializable(typeof(StateDetail))]
[JsonSerializable(typeof(SessionList))]
[JsonSerializable(typeof(SessionDetail))]
[JsonSerializable(typeof(CycleList))]
[JsonSerializable(typeof(IssuePage))]
[JsonSerializable(typeof(SdgPage))]
[JsonSerializable(typeof(TopicPage))]
[JsonSerializable(typeof(InstrumentPage))]
[JsonSerializable(typeof(ClassifyAnswer))]
[JsonSerializable(typeof(SmartAnswer))]
[JsonSerializable(typeof(CheckReportAnswer))]
[JsonSerializable(typeof(CheckItem))]
[JsonSerializable(typeof(PaperList))]
[JsonSerializable(typeof(PassagePage))]
[JsonSerializable(typeof(DumpAbout))]
[JsonSerializable(typeof(DumpState))]
[JsonSerializable(typeof(ProblemAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    private static ApiJson? _sent;

    /// <summary>What is sent: letters of every script as they are, since it is never part of a page.</summary>
    public static ApiJson Sent => _sent ??= new(new JsonSerializerOptions(Default.Options) { Encoder = RecommendationJson.Options.Encoder });
}
