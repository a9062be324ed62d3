using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Drafting.Studio;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;
using Documents = OpenUpr.Drafting.Studio.Studio;

namespace OpenUpr.Tests.Drafting;

/// <summary>Two writers, one text, a bad connection: what was acknowledged is there. The same for a draft and for a section of a document.</summary>
public sealed class TwoWritersTests
{
    /// <summary>Changes that the two send together of a section.</summary>
    private const int Edits = 500;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What is stored now: the newest text, its number, and all texts that there ever were.</summary>
    private delegate Task<(string Text, int Number, IReadOnlyList<(int Number, string Text)> Versions)> Read(CoalitionAccess access, bool withVersions);

    /// <summary>Sends a change; after a conflict with both changes in one text and the number of the version that was met.</summary>
    private delegate Task<(Outcome Outcome, string? Merged, int Met)> Save(CoalitionAccess access, string text, int number, string client);

    [Theory]
    [OnEachDatabase]
    public async Task No_acknowledged_word_is_lost(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var rooms = test.Rooms;
        var (lucas, amara) = (await test.AsAsync("lucas"), await test.AsAsync("amara"));
        var draft = (await DraftWriting.AddAsync(rooms, lucas, new DraftWish("Begin here", null, null, null, [], null, null, "first"), Cancel)).Id;
        await WriteAsync(lucas, amara, Edits / 20, async (access, _) =>
        {
            var view = (await DraftRows.ReadAsync(rooms.Store, access, draft, Cancel))!;
            return (view.Draft.Text, view.Draft.Number, [.. view.Versions.Select(v => (v.Version.Number, v.Version.Text))]);
        }, async (access, text, number, client) =>
        {
            var (outcome, clash) = await DraftWriting.SaveAsync(rooms, access, draft, new DraftWish(text, null, null, null, [], null, number, client), Cancel);
            return (outcome, clash?.Merged.Text, clash?.Theirs.Number ?? 0);
        });

        var document = (await Documents.AddAsync(rooms, lucas, new StudioWish(StudioKinds.Factsheet, "en", "Together", null, [new SectionWish(SectionSlots.Context, "Context", 1, "Begin here", null)]), Cancel)).Id;
        var section = (await StudioRows.ReadAsync(rooms.Store, lucas, document, Cancel))!.Sections[0].Section.Id;
        await WriteAsync(lucas, amara, Edits, async (access, withVersions) =>
        {
            await using var db = test.Open(access);
            var view = await db.StudioSections.AsNoTracking().SingleAsync(s => s.Id == section, Cancel);
            return (view.Text, view.Number, withVersions ? [.. (await StudioRows.VersionsAsync(rooms.Store, access, document, section, Cancel)).Select(v => (v.Version.Number, v.Version.Text))] : []);
        }, async (access, text, number, client) =>
        {
            var (outcome, clash) = await SectionWriting.SaveAsync(rooms, access, document, section, new SectionText("Context", text, null, number, client), Cancel);
            return (outcome, clash?.Text.Text, clash?.Theirs.Number ?? 0);
        });
    }

    private static async Task WriteAsync(CoalitionAccess first, CoalitionAccess second, int edits, Read read, Save save)
    {
        var (one, two) = (new Writer(first, read, save, "l", 1), new Writer(second, read, save, "a", 2));
        await Task.WhenAll(one.WriteAsync(edits / 2), two.WriteAsync(edits / 2));

        var (text, number, versions) = await read(first, true);
        var words = text.Split(' ').ToHashSet();
        var stands = one.Written.Concat(two.Written).Except(one.TakenOut).Except(two.TakenOut).ToList();
        Assert.DoesNotContain(stands, w => !words.Contains(w));
        var ever = versions.SelectMany(v => v.Text.Split(' ')).ToHashSet();
        Assert.DoesNotContain(one.Written.Concat(two.Written), w => !ever.Contains(w));
        Assert.Equal(Enumerable.Range(1, number), versions.Select(v => v.Number).Reverse());

        // The test would show nothing if the two had not met, the connection had held, or no program had crashed.
        Assert.True(one.Clashes + two.Clashes >= edits / 10 && one.Lost + two.Lost >= edits / 20 && one.Crashes + two.Crashes >= edits / 50, $"{one.Clashes + two.Clashes} clashes, {one.Lost + two.Lost} answers lost, {one.Crashes + two.Crashes} crashes");
    }

    /// <summary>
    /// Somebody who adds a word of their own now and again takes one out, whose connection breaks, and who sends again what was not acknowledged. After a crash the program has only what the
    /// browser kept of the form: its text, the version that it began with, and its number.
    /// </summary>
    private sealed class Writer(CoalitionAccess access, Read read, Save save, string sign, int seed)
    {
        private readonly Random _random = new(seed);

        /// <summary>Words of acknowledged changes.</summary>
        public HashSet<string> Written { get; } = [];

        public HashSet<string> TakenOut { get; } = [];

        public int Clashes { get; private set; }

        public int Lost { get; private set; }

        public int Crashes { get; private set; }

        public async Task WriteAsync(int edits)
        {
            var text = "";
            var number = 0;
            for (var i = 0; i < edits; i++)
            {
                // A form stays open for a while: not every change begins with the newest version.
                if (number == 0 || _random.Next(3) > 0)
                {
                    (text, number, _) = await read(access, false);
                }

                (text, number) = await SendAsync(text, number, $"{sign}{i}");
            }
        }

        private async Task<(string Text, int Number)> SendAsync(string before, int number, string word)
        {
            var words = before.Split(' ').ToList();
            var gone = words.Count > 25 ? words[_random.Next(words.Count)] : null;
            words.Remove(gone ?? "");
            words.Insert(_random.Next(words.Count + 1), word);
            var (text, client) = (string.Join(' ', words), $"{sign}-{word}");
            while (true)
            {
                var (outcome, merged, met) = (default(Outcome), default(string), 0);

                // The request is lost on its way, or the answer is: the writer cannot tell, and sends the same form again.
                var isLost = _random.Next(4) == 0;
                if (!isLost || _random.Next(2) == 0)
                {
                    (outcome, merged, met) = await save(access, text, number, client);
                }

                if (isLost)
                {
                    Lost++;
                    if (_random.Next(3) == 0)
                    {
                        // The page crashes. The writer opens it anew, takes up what the browser kept, and goes on typing before sending it.
                        Crashes++;
                        text += $" {word}+{Crashes}";
                    }

                    continue;
                }

                if (outcome.IsDone)
                {
                    Written.UnionWith(text.Split(' ').Where(w => w == word || w.StartsWith($"{word}+", StringComparison.Ordinal)));
                    TakenOut.UnionWith(gone is null ? [] : [gone]);
                    return (text, number);
                }

                Assert.Equal(Refusal.Conflict, outcome.Refused);
                Clashes++;
                (text, number) = (merged!, met);
            }
        }
    }
}
