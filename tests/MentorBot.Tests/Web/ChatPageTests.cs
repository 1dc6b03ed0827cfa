using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MentorBot.Tests.DirectLine;

namespace MentorBot.Tests.Web;

public class ChatPageTests(ChattedProgram chatted)
{
    private readonly ChatBrowser _browser = new(chatted.Http);

    [Fact]
    public async Task The_page_is_never_kept_and_sets_no_cookie_before_the_first_words()
    {
        using var page = await _browser.OpenAsync("/");
        Assert.Equal("no-store", page.Headers.CacheControl?.ToString());
        Assert.Null(_browser.SetCookie);
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/?lang=cy", true)]
    [InlineData("/chat.js", true)]
    [InlineData("/mentorbot.css", true)]
    [InlineData("/icon.svg", true)]
    [InlineData("/error", false)]
    public async Task What_is_the_same_for_everybody_is_compressed(string path, bool isCompressed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "gzip, br" } } };
        using var answer = await _browser.SendAsync(request);
        Assert.Equal(isCompressed ? ["br"] : [], answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_page_with_somebodys_words_and_code_is_not_compressed()
    {
        await _browser.PostAsync("/", ("text", "MENU"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept-Encoding", "gzip, br" } } };
        using var page = await _browser.SendAsync(request);
        Assert.Contains("MENU", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(page.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_file_whose_address_has_its_version_is_fetched_once()
    {
        using var versioned = await _browser.OpenAsync("/chat.css?v=1");
        using var bare = await _browser.OpenAsync("/embed.js");
        Assert.Equal(("public, max-age=31536000, immutable", "no-cache"), (string.Join(", ", versioned.Headers.GetValues("Cache-Control")), bare.Headers.CacheControl?.ToString()));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Referer", "https://evil.example/bot.example.org")]
    [InlineData("X-Nothing", "at all")]
    public async Task What_another_site_makes_a_browser_send_is_refused_and_changes_nothing(string header, string value)
    {
        await _browser.PostAsync("/", ("text", "MENU"));
        foreach (var path in new[] { "/", "/?handler=Code", "/?handler=Afresh", "/chat", "/exit" })
        {
            using var answer = await _browser.SendAsync(ChatBrowser.Form(path, [("text", "forged"), ("code", "lantern otter maple")], (header, value)));
            Assert.Equal(path == "/exit" ? HttpStatusCode.SeeOther : HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Null(_browser.SetCookie);
        }
        using var page = await _browser.OpenAsync("/");
        Assert.DoesNotContain("forged", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", ChattedProgram.PublicUrl)]
    [InlineData("Origin", "http://127.0.0.1")]
    [InlineData("Referer", ChattedProgram.PublicUrl + "/?lang=cy")]
    public async Task What_our_own_page_sends_is_taken_from_old_browsers_too(string header, string value)
    {
        if (value == "http://127.0.0.1") value = chatted.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        using var answer = await _browser.SendAsync(ChatBrowser.Form("/", [("text", "MENU")], (header, value)));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.EndsWith("#latest", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", null, "chat=", "; path=/; samesite=lax; httponly")]
    [InlineData("/", "bot.example.org", "chat=", "; path=/; secure; samesite=lax; httponly")]
    [InlineData("/?embed=https%3A%2F%2Fcouncil.example", null, "chat-embedded=", "; path=/; secure; samesite=none; httponly; Partitioned")]
    [InlineData("/?embed=https%3A%2F%2Fevil.example", null, "chat=", "; path=/; samesite=lax; httponly")]
    public async Task The_only_cookie_goes_nowhere_else_and_is_gone_with_the_browser(string path, string? host, string name, string ending)
    {
        using var request = ChatBrowser.Form(path, [("text", "MENU")], ("Sec-Fetch-Site", "same-origin"));
        request.Headers.Host = host;
        using var answer = await _browser.SendAsync(request);
        Assert.StartsWith(name, _browser.SetCookie, StringComparison.Ordinal);
        Assert.EndsWith(ending, _browser.SetCookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https%3A%2F%2Fcouncil.example", ChattedProgram.Council)]
    [InlineData("https%3A%2F%2FCOUNCIL.example", ChattedProgram.Council)]
    [InlineData("https%3A%2F%2Fevil.example", "'none'")]
    [InlineData("https%3A%2F%2Fcouncil.example%3B%20script-src%20*", "'none'")]
    [InlineData("*", "'none'")]
    [InlineData("", "'none'")]
    public async Task Only_the_pages_of_an_allowed_site_may_show_the_chat_in_a_frame(string embed, string ancestors)
    {
        using var page = await _browser.OpenAsync($"/?embed={embed}");
        Assert.EndsWith($"frame-ancestors {ancestors}", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("   ", HttpStatusCode.UnprocessableEntity, "Write something first.")]
    [InlineData(null, HttpStatusCode.UnprocessableEntity, "That is too long for one message.")]
    public async Task What_cannot_be_taken_is_said_so_and_begins_no_chat(string? text, HttpStatusCode status, string problem)
    {
        using var answer = await _browser.PostAsync("/", ("text", text ?? new string('a', 4_001)));
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(problem, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(_browser.SetCookie);
    }

    [Fact]
    public async Task An_end_of_line_counts_once_as_the_box_counts_it()
    {
        var lines = string.Join("\r\n", Enumerable.Repeat("a", 2_000));
        using var longest = await _browser.PostAsync("/", ("text", lines));
        using var tooLong = await _browser.PostAsync("/", ("text", lines + "\r\nab"));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (longest.StatusCode, tooLong.StatusCode));
        using var page = await _browser.OpenAsync("/");
        Assert.DoesNotContain("&#xD;", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_of_reloads_of_one_chat_is_asked_to_wait_and_nobody_else_is()
    {
        await _browser.PostAsync("/", ("text", "MENU"));
        HttpResponseMessage page;
        for (var i = 0; (page = await _browser.OpenAsync("/")).IsSuccessStatusCode; i++) Assert.InRange(i, 0, 1_000);
        Assert.Equal(HttpStatusCode.TooManyRequests, page.StatusCode);
        Assert.InRange(page.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        var shown = await page.Content.ReadAsStringAsync();
        Assert.Contains("Your chat is still here.", shown, StringComparison.Ordinal);
        Assert.Contains("Exit this page", shown, StringComparison.Ordinal);
        Assert.Null(_browser.SetCookie);

        using var other = await new ChatBrowser(chatted.Http).OpenAsync("/");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using var exit = await _browser.PostAsync("/", ("text", "EXIT"));
        Assert.Equal(HttpStatusCode.SeeOther, exit.StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_one_message()
    {
        await _browser.PostAsync("/", ("text", "MENU"), ("id", "first"));
        await _browser.PostAsync("/", ("text", "only once please"), ("id", "second"));
        await _browser.PostAsync("/", ("text", "only once please"), ("id", "second"));
        using var page = await _browser.OpenAsync("/");
        Assert.Equal(2, (await page.Content.ReadAsStringAsync()).Split("only once please").Length);
    }

    [Theory]
    [InlineData("only once please", "c", 2)]
    [InlineData("only once please", "", 2)]
    [InlineData("from somebody else at the same device", "", 1)]
    public async Task First_words_that_are_sent_twice_begin_one_chat_and_other_words_another(string again, string form, int shown)
    {
        var id = Guid.NewGuid().ToString("N") + form;
        var (impatient, second) = (_browser, new ChatBrowser(chatted.Http));
        await impatient.PostAsync("/", ("text", "only once please"), ("id", id));
        await second.PostAsync("/", ("text", again), ("id", id));

        using var page = await second.OpenAsync("/");
        Assert.Equal(shown, (await page.Content.ReadAsStringAsync()).Split("only once please").Length);
        Assert.Equal(again == "only once please", await CodeOfAsync(impatient) == await CodeOfAsync(second));
    }

    [Fact]
    public async Task A_form_that_does_not_bear_a_name_of_ours_begins_a_chat_of_its_own()
    {
        var other = new ChatBrowser(chatted.Http);
        foreach (var browser in new[] { _browser, other }) await browser.PostAsync("/", ("text", "MENU"), ("id", "first"));
        Assert.NotEqual(await CodeOfAsync(_browser), await CodeOfAsync(other));
    }

    [Fact]
    public async Task The_page_shows_the_last_lines_and_more_of_them_when_asked()
    {
        await _browser.PostAsync("/", ("text", "the very first words"));
        for (var i = 0; i < 30; i++) await _browser.PostAsync("/", ("text", "MORE"), ("id", $"{i}"));
        await _browser.PostAsync("/", ("text", "the very last words"));
        using var page = await _browser.OpenAsync("/");
        var shown = await page.Content.ReadAsStringAsync();
        Assert.Contains("the very last words", shown, StringComparison.Ordinal);
        Assert.Contains("?all=1", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("the very first words", shown, StringComparison.Ordinal);

        using var all = await _browser.OpenAsync("/?all=1");
        var everything = await all.Content.ReadAsStringAsync();
        Assert.Contains("the very first words", everything, StringComparison.Ordinal);
        Assert.Contains("the very last words", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("?all=1", everything, StringComparison.Ordinal);
    }

    private static async Task<string?> CodeOfAsync(ChatBrowser browser)
    {
        using var entrance = await browser.PostAsync("/chat?resume=1");
        return (await entrance.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }

    [Fact]
    public async Task A_script_gets_a_token_for_the_chat_of_the_cookie_and_none_before_the_first_words()
    {
        using var tooSoon = await _browser.PostAsync("/chat?resume=1");
        Assert.Equal(HttpStatusCode.NotFound, tooSoon.StatusCode);

        using var first = await _browser.PostAsync("/chat");
        using var second = await _browser.PostAsync("/chat?resume=1");
        var (one, other) = (await first.Content.ReadFromJsonAsync<JsonElement>(), await second.Content.ReadFromJsonAsync<JsonElement>());
        Assert.Equal("no-store", first.Headers.CacheControl?.ToString());
        Assert.Equal((one.GetProperty("conversationId").GetString(), one.GetProperty("code").GetString()), (other.GetProperty("conversationId").GetString(), other.GetProperty("code").GetString()));
        Assert.Equal(JsonValueKind.Null, one.GetProperty("ticket").ValueKind);
        using var activities = new HttpRequestMessage(HttpMethod.Get, $"/v3/directline/conversations/{one.GetProperty("conversationId").GetString()}/activities")
        {
            Headers = { { "Authorization", $"Bearer {other.GetProperty("token").GetString()}" } },
        };
        using var history = await chatted.Http.SendAsync(activities);
        Assert.Equal(HttpStatusCode.OK, history.StatusCode);
    }

    [Fact]
    public async Task Who_left_while_we_could_not_be_reached_is_in_no_chat_and_both_cookies_are_forgotten()
    {
        await _browser.PostAsync("/", ("text", "MENU"));
        foreach (var request in new[] { new HttpRequestMessage(HttpMethod.Get, "/"), ChatBrowser.Form("/chat?resume=1", [], ("Sec-Fetch-Site", "same-origin")) })
        {
            request.Headers.Add("Cookie", $"{_browser.Cookie}; chat-left=1");
            using var answer = await chatted.Http.SendAsync(request);
            Assert.DoesNotContain("MENU</p>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(request.Method == HttpMethod.Get ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal(["chat=; expires=Thu, 01 Jan 1970", "chat-left=; expires=Thu, 01 Jan 1970"], answer.Headers.GetValues("Set-Cookie").Select(c => string.Join(' ', c.Split(' ')[..5])));
        }
    }

    [Fact]
    public async Task A_chat_that_begins_after_somebody_left_is_hers()
    {
        using var first = ChatBrowser.Form("/", [("text", "MENU")], ("Sec-Fetch-Site", "same-origin"), ("Cookie", "chat=whatever; chat-left=1"));
        using var answer = await chatted.Http.SendAsync(first);
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.StartsWith("chat-left=; expires", cookies[^2], StringComparison.Ordinal);
        Assert.Matches("^chat=[^;]+; path=/; samesite=lax; httponly$", cookies[^1]);
    }

    [Theory]
    [InlineData(" exit ")]
    [InlineData("Gadael")]
    [InlineData("EXIT!")]
    public async Task Exit_that_is_typed_leaves_as_the_button_does_and_is_not_kept(string word)
    {
        await _browser.PostAsync("/", ("text", "MENU"));
        var cookie = _browser.Cookie;
        using var exit = await _browser.PostAsync("/", ("text", word), ("id", "last"));
        Assert.Equal((HttpStatusCode.SeeOther, "https://www.bbc.co.uk/weather#"), (exit.StatusCode, exit.Headers.Location!.ToString()));
        Assert.StartsWith("chat=; expires=Thu, 01 Jan 1970", _browser.SetCookie, StringComparison.Ordinal);
        using var page = await chatted.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Cookie", cookie } } });
        Assert.DoesNotContain(word.Trim() + "</p>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_socket_of_a_chat_that_was_left_is_closed_and_told_so()
    {
        using var entrance = await _browser.PostAsync("/chat");
        var chat = await entrance.Content.ReadFromJsonAsync<JsonElement>();
        using var socket = await WireSocket.OpenAsync(chat.GetProperty("streamUrl").GetString()!);
        await _browser.PostAsync("/", ("text", "MENU"));
        // Who is told something is known to be there: a client has its socket a moment before that.
        await socket.UntilAsync(WireChat.IsBots);
        await _browser.PostAsync("/exit");
        Assert.Null(await socket.NextAsync());
        Assert.Equal(4001, (int)socket.Closed!);
    }

    [Theory]
    [InlineData("chat=nonsense")]
    [InlineData("chat=")]
    public async Task A_cookie_that_is_not_ours_is_as_good_as_none(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Cookie", cookie } } };
        using var page = await chatted.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task The_way_out_forgets_the_chat_and_leads_to_the_weather()
    {
        await _browser.PostAsync("/", ("text", "MENU"));
        using var exit = await _browser.PostAsync("/exit");
        Assert.Equal((HttpStatusCode.SeeOther, "https://www.bbc.co.uk/weather"), (exit.StatusCode, exit.Headers.Location!.ToString()));
        Assert.StartsWith("chat=; expires=Thu, 01 Jan 1970", _browser.SetCookie, StringComparison.Ordinal);

        // On other sites' pages there is nothing of ours to take it from.
        Assert.Contains($"'{exit.Headers.Location}'", await chatted.Http.GetStringOfAsync("/embed.js"), StringComparison.Ordinal);
        Assert.Contains($"data-elsewhere=\"{exit.Headers.Location}\"", await chatted.Http.GetStringOfAsync("/"), StringComparison.Ordinal);
        Assert.DoesNotContain("bbc", await chatted.Http.GetStringOfAsync("/chat.js"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_needs_nothing_that_browsers_of_2018_cannot_do()
    {
        var script = await chatted.Http.GetStringOfAsync("/chat.js");
        Assert.All(["?.", "??", "||=", "replaceAll", "...{", ".at("], novelty => Assert.DoesNotContain(novelty, script, StringComparison.Ordinal));
    }
}

public class ChatPageAloneTests : IDisposable
{
    private readonly ProgramFolder _folder = new();

    [Fact]
    public async Task Codes_can_be_guessed_ten_times_and_who_only_looks_or_guesses_leaves_no_row()
    {
        using var program = await RunningProgram.StartAsync(_folder, ChattedProgram.Settings);
        program.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        var browser = new ChatBrowser(program.Http);
        for (var i = 0; i < 10; i++)
        {
            using var wrong = await browser.PostAsync("/?handler=Code", ("code", "lantern otter maple"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }
        using var refused = await browser.PostAsync("/?handler=Code", ("code", "lantern otter maple"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Matches("That was too many tries. Please try again in ([1-9]|10) minutes.", await refused.Content.ReadAsStringAsync());
        Assert.Null(browser.SetCookie);

        Assert.Equal(0, new Memory(_folder).Count("SELECT (SELECT COUNT(*) FROM WebChats) + (SELECT COUNT(*) FROM Inbox) + (SELECT COUNT(*) FROM Mentees)"));
    }

    [Fact]
    public async Task While_the_database_is_away_she_keeps_her_words_and_nobody_says_that_we_have_them()
    {
        using var program = await RunningProgram.StartAsync(_folder, ChattedProgram.Settings);
        var browser = new ChatBrowser(program.Http);
        using (new Memory(_folder).Without("Inbox"))
        {
            using var answer = await browser.PostAsync("/", ("text", "please keep this"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Contains("That was not sent.", page, StringComparison.Ordinal);
            Assert.Contains(">please keep this</textarea>", page, StringComparison.Ordinal);
        }
        using var again = await browser.PostAsync("/", ("text", "please keep this"));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
    }
}
