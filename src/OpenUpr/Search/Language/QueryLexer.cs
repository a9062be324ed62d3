using System.Buffers;

namespace OpenUpr.Search.Language;

internal enum QueryTokenKind
{
    Word,
    Phrase,
    Field,
    Open,
    Close,
    Or,
    And,
    Not,
}

/// <summary>A sign of the query language.</summary>
/// <param name="Text">The word or phrase without quotation marks; for a field its value as typed.</param>
/// <param name="Field">The field's name in small letters.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text = "", string Field = "");

/// <summary>Cuts a query text into signs.</summary>
internal sealed class QueryLexer
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„«»");

    private readonly string _text;
    private readonly List<QueryProblem> _problems;
    private readonly List<QueryToken> _tokens = [];
    private int _at;

    private QueryLexer(string text, List<QueryProblem> problems) => (_text, _problems) = (text, problems);

    /// <summary>The signs of a text, or null when a quotation mark is never closed.</summary>
    public static IReadOnlyList<QueryToken>? Read(string text, List<QueryProblem> problems) => new QueryLexer(text, problems).Read();

    private List<QueryToken>? Read()
    {
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (char.IsWhiteSpace(c))
            {
                _at++;
            }
            else if (c is '(' or ')')
            {
                _at++;
                _tokens.Add(new QueryToken(c == '(' ? QueryTokenKind.Open : QueryTokenKind.Close));
            }
            else if (c == '-')
            {
                _at++;
                AddExclusion();
            }
            else if (!(Quotes.Contains(c) ? AddPhrase() : AddField() || AddWord()))
            {
                return null;
            }
        }

        return _tokens;
    }

    /// <summary>A minus directly before something excludes it; one that stands alone is a dash of pasted text.</summary>
    private void AddExclusion()
    {
        if (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] != ')')
        {
            _tokens.Add(new QueryToken(QueryTokenKind.Not));
        }
    }

    private bool AddPhrase()
    {
        if (!TryFindClosingQuote(_at, out var end))
        {
            return false;
        }

        _tokens.Add(new QueryToken(QueryTokenKind.Phrase, _text[(_at + 1)..end]));
        _at = end + 1;
        if (_at < _text.Length && _text[_at] == '*')
        {
            _problems.Add(new QueryProblem(null, _tokens[^1].Text, "A star stands behind the beginning of one word, not behind a phrase.", []));
            _at++;
        }

        return true;
    }

    /// <summary>Reads name:value. An address (http://...) and a word that merely ends with a colon are text.</summary>
    private bool AddField()
    {
        var colon = _at;
        while (colon < _text.Length && (char.IsAsciiLetter(_text[colon]) || _text[colon] is '-' or '_'))
        {
            colon++;
        }

        if (colon == _at || colon >= _text.Length || _text[colon] != ':' || _text.AsSpan(colon + 1).StartsWith("//"))
        {
            return false;
        }

        var name = _text[_at..colon].ToLowerInvariant();
        var end = colon + 1;
        while (end < _text.Length && !char.IsWhiteSpace(_text[end]) && _text[end] is not ('(' or ')'))
        {
            // An unclosed quote ends the field here; the quote is then reported when it is read again as a phrase.
            if (!Quotes.Contains(_text[end]))
            {
                end++;
            }
            else if (TryFindClosingQuote(end, out var closing))
            {
                end = closing + 1;
            }
            else
            {
                _at = _text.Length;
                return true;
            }
        }

        if (end == colon + 1 && !SearchFields.All.Contains(name))
        {
            return false;
        }

        _tokens.Add(new QueryToken(QueryTokenKind.Field, _text[(colon + 1)..end], name));
        _at = end;
        return true;
    }

    private bool AddWord()
    {
        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('(' or ')') && !Quotes.Contains(_text[_at]))
        {
            _at++;
        }

        var word = _text[start.._at];
        _tokens.Add(word switch
        {
            "OR" => new QueryToken(QueryTokenKind.Or),
            "AND" => new QueryToken(QueryTokenKind.And),
            "NOT" => new QueryToken(QueryTokenKind.Not),
            _ => new QueryToken(QueryTokenKind.Word, word),
        });
        return true;
    }

    private bool TryFindClosingQuote(int open, out int close)
    {
        close = _text.AsSpan(open + 1).IndexOfAny(Quotes) + open + 1;
        if (close > open)
        {
            return true;
        }

        var rest = _text[open..];
        _problems.Add(new QueryProblem(null, rest, $"The quotation mark before {Shorten(rest[1..])} is never closed.", [rest + "\""]));
        return false;
    }

    private static string Shorten(string text) => text.Length == 0 ? "the end" : $"“{(text.Length > 40 ? text[..40] + "…" : text)}”";
}
