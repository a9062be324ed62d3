using OpenUpr.Agenda;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Agenda;

/// <summary>What the pages of a room's calendar need: one line for each kind of things with days.</summary>
internal static class AgendaSetup
{
    public static void AddAgenda(this IServiceCollection services)
    {
        services.AddSingleton<IDatedThings, TaskDays>();
        services.AddSingleton<IDatedThings, DecisionDays>();
        services.AddSingleton<IDatedThings, MeetingDays>();
        services.AddSingleton<IDatedThings, EventDays>();
        services.AddSingleton<IDatedThings>(s => new ReviewDays(s.GetRequiredService<Rooms>(), Geneva.Moment));
        services.AddSingleton<IDatedThings, SessionDays>();
        services.AddSingleton<IDatedThings, TreatyDays>();
        services.AddSingleton<IDatedThings, QuietTimes>();
        services.AddSingleton<AgendaText>();
        services.AddSingleton<MailText>();
        services.AddHostedService<MailWorker>();
    }
}
