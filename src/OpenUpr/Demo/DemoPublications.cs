using System.Security.Cryptography;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Lists;
using OpenUpr.FollowUp.Outcomes;
using OpenUpr.FollowUp.Publications;

namespace OpenUpr.Demo;

/// <summary>What the demonstration shows to everybody: the coalition's own judgements, and those of an institution on another installation that sees some of it otherwise.</summary>
internal static class DemoPublications
{
    private const string Institution = "Human Rights Commission of the islands";

    public static async Task LoadAsync(Rooms rooms, CoalitionAccess amara, long followId, CancellationToken cancel)
    {
        var wish = new PublicWish(DemoOutcome.PublicName, "Friends of the islands", false, true, ["fr"])
        {
            HasJudgements = true, Assessor = PublicContent.Society,
            Method = "Member organisations judged what they know first-hand, in yearly rounds, and wrote down what each judgement rests on. Where two see it differently, both stand. What we could not see we left open.",
        };
        await PublicPages.ShowAsync(rooms, amara, followId, wish, cancel);
        if (await PublicPages.FindAsync(rooms.Store, DemoOutcome.PublicName, cancel) is not { } own)
        {
            return;
        }

        var content = new PublicContent(Institution, own.State, own.Session, false, rooms.Today, [.. own.Rows.Where(r => r.Judgements.Count > 0).Take(4).Select((r, i) => r with { Position = null, Translations = [], Judgements = [Judge(rooms, i)] })])
        {
            Assessor = PublicContent.Institution, Method = "The commission asked each ministry in writing, heard three organisations, and visited four places.",
        };
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = PublicationFiles.Write(new PublicationBody("commission", rooms.Time.GetUtcNow(), content), key);
        await ForeignPublications.TakeAsync(rooms, PublicationFiles.Read(file, rooms.Store.Reference.States.Select(s => s.Iso3).ToHashSet()), "Network of institutions", null, cancel);
    }

    private static PublicJudgement Judge(Rooms rooms, int place)
    {
        var (value, why) = place switch
        {
            0 => ("partly", "A committee was set up; it met twice."),
            1 => ("implemented", "The ministry showed us the regulation and the list of those trained."),
            2 => ("not", "The ministry did not answer."),
            _ => ("process", "A bill was announced for the autumn."),
        };
        return new PublicJudgement(false, null, value, ValueScale.Find(value)!.Light, rooms.Today, why, null, null, [new PublicEvidence("government", "Letter of the ministry", null)]);
    }
}
