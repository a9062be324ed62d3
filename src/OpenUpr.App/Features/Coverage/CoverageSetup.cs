using OpenUpr.Drafting.Coverage;

namespace OpenUpr.App.Features.Coverage;

/// <summary>What the page on the papers' silence needs.</summary>
internal static class CoverageSetup
{
    public static void AddCoverage(this IServiceCollection services) => services.AddSingleton<PassageIssues>();

    public static void MapCoverage(this IEndpointRouteBuilder routes) => routes.MapCoverageFile();
}
