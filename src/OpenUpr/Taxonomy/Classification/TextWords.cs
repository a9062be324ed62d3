using System.Buffers;
using OpenUpr.Search.Text;

namespace OpenUpr.Taxonomy.Classification;

/// <summary>
/// The words of a text as the classifier and the finder of entities see them: folded as search folds them (no capitals, no accents; an
/// apostrophe ends a word), each with its hash, its place and the mark before it. One instance serves many texts and, once warm, allocates nothing.
/// </summary>
public sealed class TextWords
{
    private static readonly SearchValues<char> s_marks = SearchValues.Create(",;:.()\"/–—-");

    private readonly Tokenizer _tokens = new();
    private ulong[] _hashes = new ulong[64];
    private (int Start, int End)[] _places = new (int, int)[64];
    private char[] _marks = new char[64];

    /// <summary>Number of words.</summary>
    public int Count { get; private set; }

    /// <summary>The text that was read last.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The hash of each word, in order. It is the same on every machine and in every run, so a model may keep it.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>The mark before each word: the last of , ; : . ( ) " / and dashes between it and the word before; a space where there is none.</summary>
    public ReadOnlySpan<char> Marks => _marks.AsSpan(0, Count);

    /// <summary>Where a word stands in <see cref="Text"/>.</summary>
    public (int Start, int End) Place(int word) => _places[word];

    /// <summary>A word, or several with all that stands between, as the text has it.</summary>
    public ReadOnlySpan<char> Written(int first, int count = 1) => Text.AsSpan(_places[first].Start, _places[first + count - 1].End - _places[first].Start);

    /// <summary>Reads a text; what was read before is forgotten.</summary>
    public void Read(string text)
    {
        (Text, Count) = (text, 0);
        _tokens.Begin(text);
        var end = 0;
        while (_tokens.Next())
        {
            if (Count == _hashes.Length)
            {
                Array.Resize(ref _hashes, Count * 2);
                Array.Resize(ref _places, Count * 2);
                Array.Resize(ref _marks, Count * 2);
            }

            _hashes[Count] = Hash(_tokens.Word);
            _places[Count] = (_tokens.Start, _tokens.End);
            _marks[Count++] = Mark(text.AsSpan(end, _tokens.Start - end));
            end = _tokens.End;
        }
    }

    /// <summary>The hash of one folded word, or of any other name of a feature.</summary>
    public static ulong Hash(ReadOnlySpan<char> folded)
    {
        // FNV-1a over characters, then mixed, so that any bits of it may choose a place in a table.
        var hash = 0xCBF29CE484222325;
        foreach (var c in folded)
        {
            hash = (hash ^ c) * 0x100000001B3;
        }

        return Combine(hash, 1);
    }

    /// <summary>The hash of a run of words, or of a word with a role: the order counts.</summary>
    public static ulong Combine(ulong first, ulong second)
    {
        var mixed = (first ^ (second * 0x9E3779B97F4A7C15)) * 0xBF58476D1CE4E5B9;
        return mixed ^ (mixed >> 29);
    }

    private static char Mark(ReadOnlySpan<char> between)
    {
        var at = between.LastIndexOfAny(s_marks);
        return at < 0 ? ' ' : between[at];
    }
}
