global using MentorBot.Testing;
global using Microsoft.Playwright;
