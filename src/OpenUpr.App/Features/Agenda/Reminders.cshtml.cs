using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.Agenda;
using OpenUpr.Agenda.Mail;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Agenda;

/// <summary>Whether and how a person wants to be reminded.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/reminders")]
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/reminders", Method = "POST")]
public sealed class RemindersModel(Rooms rooms, ServeOptions options) : CoalitionForm(rooms)
{
    private const int WeekLength = 7;

    public AgendaChoice Choice { get; private set; } = null!;

    public string? Address { get; private set; }

    /// <summary>Whether the server of the address refused the last mail for good.</summary>
    public bool WasRefused { get; private set; }

    /// <summary>Whether the operator set up a mail server.</summary>
    public bool SendsMail => options.Mail is not null;

    /// <summary>From Monday on.</summary>
    public static IEnumerable<Choice> WeekDays => Enumerable.Range(1, WeekLength).Select(d => d % WeekLength).Select(d => new Choice(Number(d)!, CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)d)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Choice = await AgendaChoices.ReadAsync(Store, Access, cancel);
        Address = await AgendaChoices.AddressAsync(Rooms, Access, Choice, cancel);
        WasRefused = await OutboxStatus.IsRefusedAsync(Store, Access, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var wish = new ReminderWish(Flag("onpage"), Flag("bymail"), Text("address"), Text("days"), Text("digest"), Flag("titles"));
        return await AnswerAsync(await AgendaChoices.SetRemindersAsync(Rooms, Access, wish, cancel), "/reminders", "saved", () => OnGetAsync(cancel));
    }
}
