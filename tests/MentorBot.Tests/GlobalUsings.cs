global using MentorBot.Testing;
