using System.Security.Cryptography;
using OpenUpr.Agenda.Mail;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Agenda;

/// <summary>Sends what is due while the site runs, where the operator named a mail server; else nothing ever leaves.</summary>
internal sealed partial class MailWorker(Rooms rooms, MailText text, ServeOptions options, ILogger<MailWorker> log) : BackgroundService
{
    private static readonly TimeSpan s_turn = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Mail is not { } server)
        {
            return;
        }

        await Task.Yield();
        var turn = new MailTurn(rooms, server, (mail, cancel) => text.WriteAsync(mail, server.Site, cancel));
        using var timer = new PeriodicTimer(s_turn, rooms.Time);
        try
        {
            do
            {
                await RunAsync(turn, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site is being stopped.
        }
    }

    private async Task RunAsync(MailTurn turn, CancellationToken stop)
    {
        try
        {
            var (sent, failed) = await turn.RunAsync(stop);
            if (sent + failed > 0)
            {
                Turned(sent, failed);
            }
        }
        catch (Exception e) when (e is CryptographicException || StoreException.DatabaseFailure(e) is not null)
        {
            Failed(e.GetType().Name);
        }
    }

    // No address and no title in a log.
    [LoggerMessage(LogLevel.Information, "{Sent} mails were sent, {Failed} were not taken.")]
    private partial void Turned(int sent, int failed);

    [LoggerMessage(LogLevel.Error, "The outbox could not be worked on and is tried again: {Kind}")]
    private partial void Failed(string kind);
}
