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
using OpenUpr.Reviews;

namespace OpenUpr.App.Features.Api;

/// <summary>Every operation of the API, in the order in which it is explained.</summary>
internal static class ApiCatalogue
{
    public const string Root = "/api/v1";

    /// <summary>True for the addresses of the API itself; the page about it is a page.</summary>
    public static bool Holds(PathString path) => path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase, out var rest) && rest.HasValue && rest != "/";

    public static IReadOnlyList<ApiOperation> Operations(ReferenceData reference)
    {
        var search = ApiParameters.Search(reference);
        return [.. RecommendationsApi.Operations(search), .. SimilarApi.Operations(search), .. ExpectedApi.Operations(search), .. TargetsApi.Operations(search), .. StatisticsApi.Operations(search), .. StatesApi.Operations, .. SessionsApi.Operations, .. CyclesApi.Operations, .. IssuesApi.Operations, .. SdgsApi.Operations, .. TopicsApi.Operations, .. InstrumentsApi.Operations, .. ClassifyApi.Operations, .. SmartApi.Operations, .. CheckApi.Operations, .. DocumentsApi.Operations(search), .. DumpApi.Operations, .. OpenApiDocument.Operations];
    }
}
