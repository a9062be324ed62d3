using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.Accounts;
using OpenUpr.App.Features.Accounts;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Operator;

/// <summary>Who may found a coalition here.</summary>
[Access(AccessAttribute.Operator, "/operator/founding")]
[Access(AccessAttribute.Operator, "/operator/founding", Method = "POST")]
public sealed class FoundingRightsModel(Store store, TimeProvider time, Keyring keys) : AccountPage(store, time)
{
    private const string Here = "/operator/founding";

    public FoundingRule Rule { get; private set; } = new(FoundingRule.Everyone, []);

    public IReadOnlyList<AccountLine> People { get; private set; } = [];

    public bool IsSaved { get; private set; }

    /// <summary>True where the form shows what was chosen before a fresh proof was asked for, and nothing is stored of it yet.</summary>
    public bool IsUnsaved { get; private set; }

    public IReadOnlyList<(string Who, string Label)> Choices { get; } =
        [(FoundingRule.Everyone, MovingWords.Founding_Everyone), (FoundingRule.Operators, MovingWords.Founding_Operators), (FoundingRule.Named, MovingWords.Founding_Named)];

    public async Task<IActionResult> OnGetAsync(string? done, [FromQuery] string? who, [FromQuery(Name = "account")] long[]? accounts, CancellationToken cancel)
    {
        (IsUnsaved, IsSaved) = (who is not null, done == "saved");
        Rule = who is not null ? new FoundingRule(who, accounts ?? []) : await FoundingRule.ReadAsync(Store, cancel);
        await ReadPeopleAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? who, [FromForm(Name = "account")] long[]? accounts, CancellationToken cancel)
    {
        if (!IsFresh)
        {
            return Prove($"{Here}?who={Uri.EscapeDataString(who ?? "")}{string.Concat((accounts ?? []).Select(a => string.Create(CultureInfo.InvariantCulture, $"&account={a}")))}");
        }

        Rule = new FoundingRule(who ?? "", accounts ?? []);
        if (await Rule.SaveAsync(Store, keys, Time, Person.AccountId, cancel))
        {
            Response.Headers.Location = $"{Here}?done=saved";
            return StatusCode(StatusCodes.Status303SeeOther);
        }

        await ReadPeopleAsync(cancel);
        return Again("who", MovingWords.Founding_Wrong);
    }

    private async Task ReadPeopleAsync(CancellationToken cancel) => People = await new Installation(Store, keys, Time, Person.AccountId).ListAsync(cancel);
}
