using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Planning;

namespace OpenUpr.App.Features.Drafting;

/// <summary>What the pages of the drafting studio need.</summary>
internal static class DraftingSetup
{
    public static void AddDrafting(this IServiceCollection services)
    {
        services.AddSingleton<IRoomTexts, DraftTexts>();
        services.AddSingleton<IWaitingThings, WaitingDrafts>();
    }

    public static void MapDrafting(this IEndpointRouteBuilder routes)
    {
        routes.MapDraftCopies();
        routes.MapDraftFiles();
    }
}
