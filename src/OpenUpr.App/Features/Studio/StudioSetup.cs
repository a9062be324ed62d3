using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;
using OpenUpr.Planning;

namespace OpenUpr.App.Features.Studio;

/// <summary>What the pages of documents need.</summary>
internal static class StudioSetup
{
    public static void AddStudio(this IServiceCollection services)
    {
        services.AddSingleton<IRoomTexts, StudioTexts>();
        services.AddSingleton<IWaitingThings, WaitingStudio>();
        services.AddHostedService<StudioWarmth>();
    }

    public static void MapStudio(this IEndpointRouteBuilder routes)
    {
        routes.MapSectionCopies();
        routes.MapStudioFiles();
    }
}
