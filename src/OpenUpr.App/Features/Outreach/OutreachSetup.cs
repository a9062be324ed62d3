using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Planning.Outreach;

namespace OpenUpr.App.Features.Outreach;

/// <summary>What the pages of contacts need.</summary>
internal static class OutreachSetup
{
    public static void AddOutreach(this IServiceCollection services)
    {
        services.AddSingleton<ContactIndex>();
        services.AddSingleton<IRoomTexts, ContactTexts>();
        services.AddSingleton<IWaitingThings, WaitingContacts>();
    }
}
