namespace OpenUpr.Taxonomy.Classification.Actions;

/// <summary>
/// What the codebook looks at, as features of a text: the main verb and where it stands, what stands around it, second verbs and how they are joined,
/// concrete means, and runs of words and stems. Made for many texts, one after the other; once warm it allocates nothing.
/// </summary>
internal sealed class ActionCues
{
    /// <summary>Words that are read: beyond stands nothing that changes the category.</summary>
    private const int MaxWords = 600;

    private readonly Stems _stemmer = new();
    private ulong[] _stems = new ulong[64];
    private ulong[] _features = new ulong[1024];
    private (ushort First, ushort Second)[] _words = new (ushort, ushort)[1024];
    private int _count;
    private ulong _main;

    /// <summary>Hashes of the features; some may be there twice.</summary>
    public ReadOnlySpan<ulong> Features => _features.AsSpan(0, _count);

    /// <summary>The two words of the text to which a feature is owed, for reasons; twice the same for one.</summary>
    public (ushort First, ushort Second) WordsOf(int feature) => _words[feature];

    /// <summary>Stems of the words that were read.</summary>
    public ReadOnlySpan<ulong> Stems => _stems.AsSpan(0, Count);

    /// <summary>Number of words that were read.</summary>
    public int Count { get; private set; }

    /// <summary>The place of the verb that says what is asked.</summary>
    public int MainVerb { get; private set; }

    /// <summary>Reads the stems and finds the main verb.</summary>
    public void ReadStems(TextWords words, KeySet verbs)
    {
        Count = Math.Min(words.Count, MaxWords);
        if (Count > _stems.Length)
        {
            _stems = new ulong[MaxWords];
        }

        _stemmer.Read(words, _stems.AsSpan(0, Count));
        MainVerb = FindMainVerb(words, verbs);
    }

    /// <summary>Reads a text: stems, main verb, features.</summary>
    public void Read(TextWords words, KeySet verbs)
    {
        ReadStems(words, verbs);
        _count = 0;
        if (Count == 0)
        {
            return;
        }

        _main = _stems[MainVerb];
        AddRuns(words.Hashes, 0);
        AddRuns(_stems, 5);
        AddAroundVerb(words);
        AddWithVerb();
        AddMeans(words);
        AddVerbs(words, verbs);
        AddOpeningPairs();
        AddShape(words);
    }

    /// <summary>A text's first word that may be a verb, as its stem, for the list of verbs; 0 for none.</summary>
    public static ulong OpeningVerb(TextWords words, ReadOnlySpan<ulong> stems) =>
        words.Count == 0 || CueWords.IsNoVerb(words.Hashes[0]) || IsAdverb(words, 0) ? 0 : stems[0];

    private static bool IsAdverb(TextWords words, int word) => words.Written(word).EndsWith("ly", StringComparison.OrdinalIgnoreCase);

    private static ulong Both(ulong first, ulong second) => TextWords.Combine(first, second);

    private int FindMainVerb(TextWords words, KeySet verbs)
    {
        var first = 0;
        while (first < Math.Min(Count, 3) && (IsAdverb(words, first) || CueWords.Introduces(words.Hashes[first])))
        {
            first++;
        }

        if (first < Count && verbs.Contains(_stems[first]))
        {
            return first;
        }

        var any = -1;
        for (var i = first; i < Math.Min(Count, 60); i++)
        {
            if (!verbs.Contains(_stems[i]))
            {
                continue;
            }

            if (i > 0 && (words.Marks[i] != ' ' || CueWords.StandsBeforeVerb(words.Hashes[i - 1]) || IsAdverb(words, i - 1)))
            {
                return i;
            }

            any = any < 0 ? i : any;
        }

        return Math.Max(any, 0);
    }

    private void Add(ulong feature, int first, int second)
    {
        if (_count == _features.Length)
        {
            Array.Resize(ref _features, _count * 2);
            Array.Resize(ref _words, _count * 2);
        }

        _features[_count] = feature;
        _words[_count++] = ((ushort)first, (ushort)second);
    }

    /// <summary>Runs of one to three, and the beginning word by word.</summary>
    private void AddRuns(ReadOnlySpan<ulong> words, ulong kind)
    {
        for (var i = 0; i < Count; i++)
        {
            var run = Both(words[i], kind);
            Add(run, i, i);
            if (i + 1 < Count)
            {
                Add(run = Both(run, words[i + 1]), i, i + 1);
            }

            if (i + 2 < Count)
            {
                Add(Both(run, words[i + 2]), i, i + 2);
            }
        }

        var opening = 777 + kind;
        for (var i = 0; i < Math.Min(5, Count); i++)
        {
            opening = Both(opening, words[i]);
            Add(opening, 0, i);
            Add(Both(words[i], 100 + (ulong)i + (kind * 100)), i, i);
        }
    }

    private void AddAroundVerb(TextWords words)
    {
        Add(Both(_main, 11), MainVerb, MainVerb);
        Add(Both((ulong)Math.Min(MainVerb, 9), 12), MainVerb, MainVerb);
        for (var k = 1; k <= 4 && MainVerb + k < Count; k++)
        {
            var word = MainVerb + k;
            Add(Both(_stems[word], 1300 + (ulong)k), word, word);
            Add(Both(Both(_main, _stems[word]), 1310 + (ulong)k), MainVerb, word);
        }

        if (MainVerb + 2 < Count)
        {
            Add(Both(Both(_main, _stems[MainVerb + 1]), Both(_stems[MainVerb + 2], 13)), MainVerb, MainVerb + 2);
        }

        if (MainVerb > 0)
        {
            Add(Both(Both(_main, 14), words.Hashes[MainVerb - 1]), MainVerb - 1, MainVerb);
        }
    }

    /// <summary>Every word together with the main verb, and by its distance from it: "adopt ... measures" is not "adopt ... law".</summary>
    private void AddWithVerb()
    {
        for (var i = 0; i < Count; i++)
        {
            if (i != MainVerb)
            {
                Add(Both(Both(_main, _stems[i]), 20), MainVerb, i);
            }

            var place = (i - MainVerb) switch { < 0 => 9, <= 1 => 1, <= 3 => 2, <= 6 => 3, <= 12 => 4, <= 24 => 5, _ => 6 };
            Add(Both(_stems[i], 80 + (ulong)place), i, i);
        }
    }

    private void AddMeans(TextWords words)
    {
        var any = 36ul;
        for (var i = 0; i + 1 < Count; i++)
        {
            if (!CueWords.LeadsToMeans(words.Hashes[i]))
            {
                continue;
            }

            any = 35;
            Add(Both(Both(_main, _stems[i]), 34), i, MainVerb);
            for (var k = i + 1; k <= i + 5 && k < Count; k++)
            {
                Add(Both(_stems[k], 30), k, k);
                if (k + 1 < Count)
                {
                    Add(Both(Both(_stems[k], _stems[k + 1]), 31), k, k + 1);
                }

                if (k <= i + 2)
                {
                    Add(Both(Both(_stems[i], _stems[k]), 32), i, k);
                    Add(Both(Both(_main, _stems[k]), 33), MainVerb, k);
                }
            }
        }

        Add(any, MainVerb, MainVerb);
        Add(Both(_main, any), MainVerb, MainVerb);
    }

    /// <summary>Verbs behind the main one, and how they are joined to it.</summary>
    private void AddVerbs(TextWords words, KeySet verbs)
    {
        var (found, second) = (0ul, false);
        for (var i = MainVerb + 1; i < Count; i++)
        {
            if (!verbs.Contains(_stems[i]))
            {
                continue;
            }

            found++;
            Add(Both(_stems[i], 40), i, i);
            var (role, isGerund) = (Role(words, i), words.Written(i).EndsWith("ing", StringComparison.OrdinalIgnoreCase));
            if (role == 0 && !isGerund)
            {
                continue;
            }

            Add(Both(Both(_stems[i], 41 + role), isGerund ? 1ul : 0), i, i);
            Add(Both(Both(_main, _stems[i]), 50 + role), MainVerb, i);
            for (var k = 1; k <= 2 && i + k < Count; k++)
            {
                Add(Both(Both(_stems[i], _stems[i + k]), 60 + role), i, i + k);
            }

            if (!second)
            {
                second = true;
                Add(Both(Both(_main, _stems[i]), 58), MainVerb, i);
                Add(Both(_stems[i], 59), i, i);
            }
        }

        Add(Both(Math.Min(found, 8), 70), MainVerb, MainVerb);
    }

    private static ulong Role(TextWords words, int verb)
    {
        var before = words.Hashes[verb - 1];
        return before == CueWords.And || before == CueWords.Or ? 1ul
            : words.Marks[verb] is ',' or ';' or '.' ? 2ul
            : before == CueWords.To ? 3ul
            : CueWords.LeadsToMeans(before) ? 4ul
            : 0;
    }

    private void AddOpeningPairs()
    {
        for (var i = 0; i < Math.Min(Count, 12); i++)
        {
            for (var k = i + 2; k < Math.Min(Count, Math.Min(12, i + 5)); k++)
            {
                Add(Both(Both(_stems[i], _stems[k]), 90), i, k);
            }
        }
    }

    private void AddShape(TextWords words)
    {
        // Lengths in half octaves: 4, 6, 8, 11, 16, 23, 32, 45, 64 words.
        var length = (ulong)Math.Min(12, (int)(Math.Log2(Count + 1) * 2));
        Add(Both(length, 95), MainVerb, MainVerb);
        Add(Both(Both(length, 96), _main), MainVerb, MainVerb);
        var (marks, ands) = (0ul, 0ul);
        for (var i = 0; i < Count; i++)
        {
            if (words.Marks[i] != ' ')
            {
                marks++;
                Add(Both(words.Hashes[i], 97 + (words.Marks[i] * 1000ul)), i, i);
            }

            ands += words.Hashes[i] == CueWords.And ? 1ul : 0;
        }

        Add(Both(Math.Min(marks, 6), 98), MainVerb, MainVerb);
        Add(Both(Math.Min(ands, 6), 99), MainVerb, MainVerb);
    }
}
