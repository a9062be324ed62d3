using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Plan;

/// <summary>What the pages of the plan need.</summary>
internal static class PlanSetup
{
    public static void AddPlan(this IServiceCollection services)
    {
        services.AddSingleton<PlanLinks>();
        services.AddSingleton<IRoomTexts, PlanTexts>();
    }
}
