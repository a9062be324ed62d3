using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.Agenda.Mail;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Operator;

/// <summary>Whether the site's mails go out: counts alone.</summary>
[Access(AccessAttribute.Operator, "/operator/mail")]
public sealed class MailModel(Rooms rooms, ServeOptions options) : PageModel
{
    /// <summary>Null where the site sends no mail.</summary>
    public SmtpServer? Server => options.Mail;

    public OutboxStatus Status { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Status = await OutboxStatus.ReadAsync(rooms, cancel);
}
